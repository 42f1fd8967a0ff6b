import fc from 'fast-check';
import type { FactState } from '#domain/facts/contract.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { scheme } from '#test/histories/random-points.ts';
import { logBook, type LogBook, uuid } from '#test/log-book.ts';

type Membership = FactState<'membership'>;

/** A bureau while its year is being told: the log so far, and what a teller must remember to go on. */
export interface Bureau {
  readonly book: LogBook;
  readonly root: string;
  readonly committees: readonly string[];
  readonly branches: readonly string[];
  readonly groups: readonly string[];
  readonly teams: readonly string[];
  readonly people: readonly string[];
  /** Spells of each person, oldest first; they never overlap and have no gap. */
  readonly spells: Map<string, { readonly factId: string; state: Membership }[]>;
  readonly sessions: string[];
  /** Lines of registers. */
  readonly lines: string[];
  /** Facts that may be confirmed or withdrawn without breaking the bureau: all but organisations and memberships. */
  readonly loose: string[];
}

interface Person {
  readonly branch: number;
  readonly inGroup: boolean;
  readonly stage: Membership['stage'];
  readonly staffKind: Membership['staffKind'];
  readonly team: number | null;
}

export interface Founding {
  readonly people: readonly Person[];
  readonly versions: readonly Scheme[];
}

const often = <Value>(usual: Value, ...rare: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, ...rare.map((value) => ({ weight: 1, arbitrary: fc.constant(value) })));

const person: fc.Arbitrary<Person> = fc.record({
  branch: fc.nat(2),
  inGroup: fc.boolean(),
  stage: often<Membership['stage']>('full', 'probationary', 'none'),
  staffKind: often<Membership['staffKind']>('officer', 'auxiliary', 'retired'),
  team: fc.option(fc.nat(2), { freq: 2 }),
});

export const founding: fc.Arbitrary<Founding> = fc.record({
  people: fc.array(person, { minLength: 5, maxLength: 30, size: 'max' }),
  versions: fc.tuple(scheme(1), scheme(2), scheme(3)),
});

export const FOUNDED = '2025-01-01';

/** Two committees below the root, three branches below them, two groups in the first branch; a shift post of three teams. */
export function foundBureau({ people, versions }: Founding): Bureau {
  const book = logBook();
  const organisation = (number: string, parent: string | null, category: FactState<'organisation'>['category'] = '631') =>
    book.record('organisation', {
      category, number, name: number, shortName: number, founded: FOUNDED, dissolved: null, placements: [{ parent, from: FOUNDED }],
    });
  const root = organisation('A', null, '611');
  const committees = [organisation('A1', root, '611'), organisation('A2', root, '611')];
  const [first = root, second = root] = committees;
  const branches = [organisation('A101', first), organisation('A102', first), organisation('A201', second)];
  const [branch = root] = branches;
  const groups = [organisation('A101-1', branch, '699'), organisation('A101-2', branch, '699')];
  const teams = ['2026-01-01', '2026-01-02', '2026-01-03'].map((anchor) => book.record('shiftTeam', {
    organisation: branch, anchor, cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 12, from: FOUNDED, to: null,
  }));
  const bureau: Bureau = {
    book, root, committees, branches, groups, teams, people: people.map((_, index) => uuid(900_000 + index)), spells: new Map(), sessions: [], lines: [], loose: [],
  };
  people.forEach((one, index) => settle(bureau, one, index));
  if (versions[0]) adopt(bureau, 1, '2026-01-01');
  return bureau;
}

export function adopt({ book, loose }: Bureau, version: number, from: string): void {
  loose.push(book.record('schemeAdoption', { scheme: 'random', version, textHash: String(version).repeat(64).slice(0, 64), from }));
}

function settle({ book, branches, groups, teams, people, spells }: Bureau, { branch, inGroup, stage, staffKind, team }: Person, index: number): void {
  const id = people[index] ?? '';
  const organisation = branches[branch] ?? '';
  const group = inGroup && branch === 0 ? groups[index % groups.length] ?? null : null;
  const state: Membership = { person: id, organisation, group, stage, staffKind, from: FOUNDED, to: null };
  spells.set(id, [{ factId: book.record('membership', state), state }]);
  if (team !== null) book.record('teamPlacement', { person: id, team: teams[team] ?? '', from: FOUNDED, to: null });
}
