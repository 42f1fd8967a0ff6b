import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';

type Placements = Pick<FactState<'organisation'>, 'placements'>;

/** Where organisations hung since when. Every list begins with the organisation itself. */
export interface DatedTree {
  readonly aboveOn: (organisation: string, day: CivilDate) => readonly string[];
  readonly belowOn: (organisation: string, day: CivilDate) => readonly string[];
  /** Whatever was ever above it, by any chain of placements: more than was above it on one day, never less. */
  readonly everAbove: (organisation: string) => readonly string[];
}

/** The tree as it stood between two changes. */
interface Epoch {
  readonly parents: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly above: Map<string, readonly string[]>;
  readonly below: Map<string, readonly string[]>;
}

export function datedTree(organisations: ReadonlyMap<string, Placements>): DatedTree {
  const changes = [...new Set([...organisations.values()].flatMap(({ placements }) => placements.map(({ from }) => from)))].sort();
  const epochs = new Map<CivilDate, Epoch>();
  const ever = new Map<string, readonly string[]>();
  const epochOn = (day: CivilDate): Epoch => {
    const from = lastChangeUpTo(changes, day);
    return epochs.get(from) ?? kept(epochs, from, epochFrom(organisations, from));
  };
  return {
    aboveOn: (organisation, day) => {
      const epoch = epochOn(day);
      return epoch.above.get(organisation) ?? kept(epoch.above, organisation, aboveIn(epoch, organisation));
    },
    belowOn: (organisation, day) => {
      const epoch = epochOn(day);
      return epoch.below.get(organisation) ?? kept(epoch.below, organisation, belowIn(epoch, organisation));
    },
    everAbove: (organisation) => ever.get(organisation) ?? kept(ever, organisation, everAboveIn(organisations, organisation)),
  };
}

const aboveIn = ({ parents }: Epoch, organisation: string): readonly string[] => reach(organisation, (one) => listed(parents.get(one)));

const belowIn = ({ children }: Epoch, organisation: string): readonly string[] => reach(organisation, (one) => children.get(one) ?? []);

const everAboveIn = (organisations: ReadonlyMap<string, Placements>, organisation: string): readonly string[] =>
  reach(organisation, (one) => (organisations.get(one)?.placements ?? []).flatMap(({ parent }) => listed(parent ?? undefined)));

function epochFrom(organisations: ReadonlyMap<string, Placements>, from: CivilDate): Epoch {
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  for (const [organisation, { placements }] of organisations) {
    const parent = placements.findLast((placement) => placement.from <= from)?.parent;
    if (!parent) continue;
    parents.set(organisation, parent);
    (children.get(parent) ?? kept(children, parent, [])).push(organisation);
  }
  return { parents, children, above: new Map(), below: new Map() };
}

/** Everything that can be reached; each once, so that a circle entered by mistake ends. */
function reach(start: string, next: (organisation: string) => readonly string[]): readonly string[] {
  const found = new Set([start]);
  for (const organisation of found) for (const further of next(organisation)) found.add(further);
  return [...found];
}

function lastChangeUpTo(changes: readonly CivilDate[], day: CivilDate): CivilDate {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1] ?? '';
}

function listed(organisation: string | undefined): readonly string[] {
  return organisation === undefined ? [] : [organisation];
}

function kept<Value>(cache: Map<string, Value>, key: string, value: Value): Value {
  cache.set(key, value);
  return value;
}
