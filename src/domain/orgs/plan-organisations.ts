import { demandPastDay } from '#domain/calendar/open-year.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import { placeKey } from '#domain/imports/called-by.ts';
import { faultIn, faultOfRefusal, type LineFault, type LinePlan, mustStand, type TableLine } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { isGroup } from './categories.ts';
import { completedLines } from './complete-lines.ts';
import { type OrganisationKey, type OrganisationLine, readOrganisationLine } from './organisation-table.ts';
import { mayMean } from './party-name.ts';
import { demandFit, demandOwnName, existsOn, isWithoutShortName, type OrganisationState, parentOn, type Structure } from './structure.ts';

export interface OrganisationGround {
  readonly today: CivilDate;
  readonly structure: Structure;
  /** Whether the importer may found below an organisation that is there. */
  readonly mayFoundBelow: (organisation: string) => boolean;
  readonly newId: () => string;
}

type Plan = LinePlan<OrganisationKey>;
type Fault = LineFault<OrganisationKey>;

/**
 * What every line of a table of organisations would found, once completed. The table may stand in any order: what is above
 * is planned first. An organisation of the same number is there and stays as it is, but for a short name that it lacks.
 */
export function planOrganisations(lines: readonly TableLine<OrganisationKey>[], ground: OrganisationGround): readonly Plan[] {
  const plans = new Map<number, Plan>();
  const read: OrganisationLine[] = [];
  const faultyRows = new Map<string, number>();
  const completed = completedLines(lines, ground.structure, ground.today);
  const added = new Map(completed.map((it) => [it.line.row, it.added]));
  for (const { line } of completed) {
    const it = readOrganisationLine(line);
    if (Array.isArray(it)) {
      plans.set(line.row, { row: line.row, outcome: 'faulty', faults: it as readonly Fault[] });
      for (const name of [line.name('shortName'), line.name('name'), line.text('number')]) faultyRows.set(placeKey(name), line.row);
    } else read.push(it as OrganisationLine);
  }
  const table = new Planned(read, ground, plans, faultyRows);
  for (const line of read) table.place(line, []);
  return lines.flatMap(({ row }) => {
    const it = plans.get(row);
    return it?.outcome === 'created' ? { ...it, added: [...(added.get(row) ?? []), ...(table.matched.get(row) ?? [])] } : it ?? [];
  });
}

/** A table while it is planned: the tree as it will be, and which line became which organisation. */
class Planned {
  readonly #ground: OrganisationGround;
  readonly #plans: Map<number, Plan>;
  readonly #after: Map<string, OrganisationState>;
  readonly #ids = new Map<OrganisationLine, string>();
  readonly #lineOf = new Map<string, OrganisationLine>();
  readonly #thereOf: ReadonlyMap<string, string>;
  readonly #faultyRows: ReadonlyMap<string, number>;
  /** Which organisation was taken for the one that a line names otherwise. */
  readonly matched = new Map<number, readonly Words[]>();

  /** @param faultyRows of lines that could not be read, by their names and numbers: what hangs under them is told so. */
  constructor(lines: readonly OrganisationLine[], ground: OrganisationGround, plans: Map<number, Plan>, faultyRows: ReadonlyMap<string, number>) {
    this.#ground = ground;
    this.#faultyRows = faultyRows;
    this.#plans = plans;
    this.#after = new Map(ground.structure);
    this.#thereOf = new Map([...ground.structure].filter(([, it]) => !isGroup(it.category) && existsOn(it, ground.today))
      .flatMap(([id, { number, name, shortName }]) => [shortName, name, number].map((it) => [placeKey(it), id] as const)));
    for (const line of lines.toReversed().filter((it) => !isGroup(it.category))) {
      for (const it of [line.shortName, line.name, line.number]) this.#lineOf.set(placeKey(it), line);
    }
  }

  /** Plans a line after what is above it. @param path lines that wait for this one; the line among them closes a circle. */
  place(line: OrganisationLine, path: readonly OrganisationLine[]): string | null {
    if (this.#plans.has(line.row)) return this.#ids.get(line) ?? null;
    const there = [...this.#ground.structure].find(([, { number }]) => placeKey(number) === placeKey(line.number));
    if (there) return this.#isThere(line, there[0], there[1]);
    const above = this.#above(line, path);
    if (typeof above !== 'string') return this.#faulty(line, above);
    const state: OrganisationState = {
      category: line.category, number: line.number, name: line.name, shortName: line.shortName, founded: line.founded, dissolved: null, placements: [{ parent: above, from: line.founded }],
    };
    const fault = this.#faultOf(state, above);
    if (fault) return this.#faulty(line, fault);
    const id = this.#ground.newId();
    this.#after.set(id, state);
    this.#ids.set(line, id);
    this.#plans.set(line.row, { row: line.row, outcome: 'created', facts: [{ kind: 'organisation', state, factId: id }] });
    return id;
  }

  #isThere(line: OrganisationLine, id: string, state: OrganisationState): string {
    const above = parentOn(state, this.#ground.today);
    const parent = above ? this.#ground.structure.get(above) : undefined;
    const sameParent = line.parent === '' ? parent === undefined : parent !== undefined && [parent.number, parent.name, parent.shortName].some((it) => placeKey(it) === placeKey(line.parent) || mayMean(line.parent, it));
    const { row, shortName } = line;
    const differs = !sameParent || state.category !== line.category || state.name !== line.name || state.founded !== line.founded;
    this.#ids.set(line, id);
    const named = { ...state, shortName };
    const isNamed = isWithoutShortName(state) && !isWithoutShortName(line) && state.dissolved === null && this.#ground.mayFoundBelow(id);
    const fault = isNamed ? this.#faultOfName(named, id) : null;
    if (fault) this.#faulty(line, fault);
    else if (isNamed) this.#plans.set(row, { row, outcome: 'completed', fact: { kind: 'organisation', factId: id, state: named }, differs, added: [SHORT_NAME_ADDED] });
    else this.#plans.set(row, { row, outcome: 'there', differs: differs || state.shortName !== shortName });
    if (isNamed && !fault) this.#after.set(id, named);
    return id;
  }

  #above(line: OrganisationLine, path: readonly OrganisationLine[]): string | Fault {
    if (line.parent === '') return this.#noParent();
    const key = this.#keyAbove(line);
    const there = this.#thereOf.get(key);
    if (there !== undefined) {
      return this.#ground.mayFoundBelow(there) ? there : faultIn('parent', { zh: '上级不在您的管理范围。', en: 'The organisation above is outside yours.' }, { zh: '请由上级党务办导入。', en: 'Have the office above import it.' });
    }
    const other = this.#lineOf.get(key);
    const faulty = this.#faultyRows.get(key);
    if (!other && faulty !== undefined) return rowAboveFaulty(faulty);
    if (!other) return faultIn('parent', { zh: '系统和本表中都没有这个上级组织。', en: 'There is no such organisation, in the system or in this table.' }, { zh: '请填上级的编号、全称或简称；上级是新建的，须在本表中另有一行。', en: 'Write its number or name; one that is new needs a row of its own.' });
    if (other === line || path.includes(other)) return faultIn('parent', { zh: '上级关系形成循环。', en: 'Going up from here leads back here.' }, { zh: '请核对这几行的上级。', en: 'Check what these rows hang under.' });
    return this.place(other, [...path, line]) ?? rowAboveFaulty(other.row);
  }

  /** By what the organisation above is found: as it is written, else by the one whose name that may mean. */
  #keyAbove(line: OrganisationLine): string {
    const written = placeKey(line.parent);
    if (this.#thereOf.has(written) || this.#lineOf.has(written) || this.#faultyRows.has(written)) return written;
    const alike = [...new Set([...this.#lineOf.keys(), ...this.#thereOf.keys()])].filter((name) => mayMean(written, name));
    const meant = new Set(alike.map((name) => this.#thereOf.get(name) ?? this.#thereOf.get(placeKey(this.#lineOf.get(name)?.number ?? '')) ?? this.#lineOf.get(name)));
    const [name] = alike;
    if (name === undefined || meant.size !== 1) return written;
    this.matched.set(line.row, [{ zh: `上级“${line.parent}”按“${name}”认定`, en: `“${line.parent}” above is taken for “${name}”` }]);
    return name;
  }

  /** Only the highest organisation hangs under nothing, and it is there since the beginning. */
  #noParent(): Fault {
    const [top] = [...this.#ground.structure.values()].filter((it) => it.placements.every(({ parent }) => parent === null));
    const { rule, suggestion } = mustStand('parent' as const);
    return top ? faultIn('parent', rule, { zh: `请填上级；直属最上级党组织的，填“${top.shortName}”。`, en: `Write what is above; directly under the highest, write “${top.shortName}”.` }) : faultIn('parent', rule, suggestion);
  }

  #faultOf(state: OrganisationState, above: string): Fault | null {
    return faultIfRefused(() => {
      demandPastDay(state.founded, this.#ground.today);
      demandFit(this.#after, state.category, above, state.founded, null);
      demandOwnName(this.#after, null, state);
    }, KEY_OF);
  }

  #faultOfName(state: OrganisationState, id: string): Fault | null {
    return faultIfRefused(() => demandOwnName(this.#after, id, state), { OrganisationNameTaken: 'shortName' });
  }

  #faulty(line: OrganisationLine, fault: Fault): null {
    this.#plans.set(line.row, { row: line.row, outcome: 'faulty', faults: [fault] });
    return null;
  }
}

function faultIfRefused(demand: () => void, keyOf: Readonly<Record<string, OrganisationKey>>): Fault | null {
  try {
    demand();
    return null;
  } catch (fault) {
    if (fault instanceof Refused) return faultOfRefusal(keyOf[fault.refusal.name] ?? 'number', fault);
    throw fault;
  }
}

const SHORT_NAME_ADDED: Words = { zh: '的组织原来没有简称，按本表补上', en: 'the organisation had no short name and gets the one of the table' };

const rowAboveFaulty = (row: number): Fault =>
  faultIn('parent', { zh: `上级所在的第 ${row} 行有误。`, en: `Row ${row}, which is above, has a problem.` }, { zh: '请先改正那一行，本行不必改。', en: 'Correct that row first; this one may stay as it is.' });

/** In which cell a refusal of the tree is seen. */
const KEY_OF: Readonly<Record<string, OrganisationKey>> = { DayInFuture: 'founded', ParentAbsent: 'founded', ParentUnfit: 'category', OrganisationNumberTaken: 'number', OrganisationNameTaken: 'name' };
