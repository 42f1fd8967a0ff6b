import fc from 'fast-check';
import type { LimitInFile, RuleInFile, SchemeFile } from '#domain/schemes/format/file-shape.ts';

type Register = NonNullable<SchemeFile['records']>[number];
type Match = RuleInFile['match'];
type Value = RuleInFile['value'];

/** Pieces of random schemes that are valid by construction. */
export const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
export const label = fc.record({ zh: text, en: text }, { requiredKeys: ['zh'] });
export const guide = fc.record({
  course: fc.array(label, { minLength: 1, maxLength: 12 }), whoVotes: label, mistakes: fc.array(label, { maxLength: 8 }),
}, { requiredKeys: ['course'] });
export const points = fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100);
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const signed = fc.tuple(points, fc.boolean()).map(([value, taken]) => (taken ? -value : value));
const count = (max: number) => fc.integer({ min: 1, max });
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined });
export const two = (value: number): string => String(value).padStart(2, '0');

/** One register with a field of each kind that a rule can ask for. */
export const register: fc.Arbitrary<Register> = fc.record({
  label, levels: fc.tuple(label, label), parts: fc.tuple(label, label), fields: fc.tuple(label, label, label, label, label), bounds: fc.tuple(count(99), count(900)),
  keptBy: fc.constantFrom('branch', 'office', 'discipline'), confirmedBy: maybe(fc.constantFrom('nobody', 'secretary', 'office', 'discipline')),
  privacy: maybe(fc.constantFrom('open', 'own', 'discipline')), clause: maybe(text), guidance: maybe(label), guide: maybe(guide), lasts: fc.boolean(),
}).map(({ levels, parts, fields: [rank, self, given, due, score], bounds: [least, more], confirmedBy, privacy, clause, guidance, guide, ...said }): Register => ({
  id: 'entries', ...said, persons: 'many', key: ['document', 'persons'],
  parts: parts.map((each, index) => ({ id: `part${index}`, label: each })),
  fields: [
    { id: 'rank', label: rank, kind: 'level', required: true, levels: levels.map((each, index) => ({ id: `level${index}`, label: each })) },
    { id: 'self', label: self, kind: 'flag' },
    { id: 'given', label: given, kind: 'count', least, most: least + more },
    { id: 'due', label: due, kind: 'minutes', required: true },
    { id: 'score', label: score, kind: 'mark', most: more },
    { id: 'document', label: { zh: '文号' }, kind: 'matter', required: true },
  ],
  ...(confirmedBy === undefined ? {} : { confirmedBy }), ...(privacy === undefined ? {} : { privacy }), ...(clause === undefined ? {} : { clause }),
  ...(guidance === undefined ? {} : { guidance }), ...(guide === undefined ? {} : { guide }),
}));

const recorded: fc.Arbitrary<Match> = fc.record({
  as: fc.constantFrom('part0', 'part1'), labels: fc.constant<string[]>(['tag0']), classes: fc.constant<string[]>(['class0']), enteredWithin: count(365),
  by: fc.tuple(count(12), count(28)).map(([month, day]) => `${two(month)}-${two(day)}`), personsAtLeast: count(500),
  anyOf: fc.tuple(count(99), count(99)).map(([one, other]) => [{ enteredWithin: one }, { personsAtLeast: other }]),
  where: fc.record({ rank: fc.constant<string[]>(['level1']), self: fc.boolean(), given: fc.record({ atLeast: count(50), atMost: fc.integer({ min: 50, max: 90 }) }), days: fc.record({ atLeast: count(40) }) }, { requiredKeys: [] }),
}, { requiredKeys: [] }).map((said) => ({ records: ['entries'], ...said }));

const marks = fc.tuple(signed, signed).map(([level0, level1]) => ({ level0, level1 }));
const rising = <T>(of: (from: number, mark: number) => T, max: number) =>
  fc.tuple(count(max), count(max), points, points).map(([a, b, low, high]) => [of(Math.min(a, b), low), of(Math.max(a, b) + 1, low + high)])
    .map((steps) => steps);
const cents = (value: number): number => Math.round(value * 100) / 100;
const steps = rising((from, mark) => ({ from, mark: cents(mark) }), 98);
const turned = fc.oneof(
  fc.constant({}),
  fc.record({ scale: fc.record({ fullFrom: percent, perPoint: points, zeroBelow: percent }, { requiredKeys: ['fullFrom', 'perPoint'] }) }),
  steps.map((all) => ({ steps: all })),
);
const ofFull = <T extends object>(rest: fc.Arbitrary<T>) => fc.tuple(points, rest).map(([full, said]) => ({ full, ...said }));
/** No step brings more than the full mark. */
const withinFull = (value: Value): Value => 'full' in value && 'steps' in value && value.steps !== undefined
  ? { ...value, full: Math.max(value.full, ...value.steps.map(({ mark }) => mark)) } : value;

/** Paid by the fact: the values that take limits. */
export const factValue: fc.Arbitrary<Value> = fc.oneof(
  signed.map((each): Value => ({ kind: 'fixed', each })),
  fc.record({ marks, half: fc.boolean() }).map((said): Value => ({ kind: 'table', by: 'rank', marks: said.marks, ...(said.half ? { half: 'self' } : {}) })),
  fc.record({ steps, by: fc.constantFrom('days', 'persons', 'given') }).map((said): Value => ({ kind: 'steps', ...said })),
  fc.record({ by: fc.constantFrom('days', 'due', 'given'), size: count(600), each: signed, round: fc.constantFrom('down', 'up', 'nearest') }).map((said): Value => ({ kind: 'unit', ...said })),
);

/** A share of the year that entries of the register make. */
const recordedShare: fc.Arbitrary<Value> = fc.oneof(
  ofFull(fc.tuple(points, points).map(([level0, level1]) => ({ kind: 'rated' as const, by: 'rank', marks: { level0, level1 } }))),
  ofFull(turned.map((said) => ({ kind: 'sums' as const, of: 'given', over: 'due', ...said }))),
  ofFull(fc.record({ marks: fc.record({ given: percent }), least: count(99) }).map((said) => ({ kind: 'ballot' as const, ...said }))),
  ofFull(fc.record({ outOf: points, judges: count(20) }, { requiredKeys: [] }).map((said) => ({ kind: 'mark' as const, by: 'score', ...said }))),
  points.map((full): Value => ({ kind: 'inForce', full })),
);

/** What only branches are measured by. */
const branchShare: fc.Arbitrary<Value> = fc.oneof(
  ofFull(fc.record({ enteredWithin: count(90) }).chain((which) => turned.map((said) => ({ kind: 'portion' as const, which, ...said })))),
  ofFull(turned.map((said) => ({ kind: 'held' as const, ...said }))),
  ofFull(fc.record({
    per: fc.constantFrom('month', 'quarter', 'half', 'year'), atLeast: count(30), late: fc.record({ days: count(60), percent }), forEach: fc.constantFrom('branch', 'group'),
  }, { requiredKeys: ['per'] }).map((said) => ({ kind: 'duty' as const, ...said }))),
  ofFull(fc.record({ within: fc.oneof(fc.record({ before: count(60), after: count(60) }), fc.record({ same: fc.constantFrom('month', 'year') })), eachPerson: fc.boolean() })
    .map((said) => ({ kind: 'answered' as const, to: { records: ['entries'], as: 'part1' }, ...said }))),
  ofFull(fc.record({
    have: fc.oneof(fc.record({ times: count(99) }), fc.record({ hours: count(60), committeeHours: count(99) }), fc.record({ points }), fc.constant({ particulars: true })), proRata: fc.boolean(),
  }).map((said) => ({ kind: 'members' as const, ...said }))),
  ofFull(turned.map((said) => ({ kind: 'pairs' as const, ...said }))),
  ofFull(fc.record({ vacantMonths: count(12), each: points }).map((said) => ({ kind: 'posts' as const, posts: ['secretary', 'organiser'] as ('secretary' | 'organiser')[], ...said }))),
);

/** Posts, particulars and points are asked of the roster and the ledger, and of no fact. */
const asksOfFacts = (value: Value): boolean => value.kind !== 'posts' && (value.kind !== 'members' || value.have.times !== undefined || value.have.hours !== undefined);

type Unnamed<N> = Omit<N, 'id'>;
type Said = Pick<RuleInFile, 'match' | 'value' | 'limits' | 'group' | 'full' | 'basis' | 'onlyWith'>;

const ofRegister = (limits: fc.Arbitrary<LimitInFile[]>): fc.Arbitrary<Said> => fc.record({
  match: recorded, value: factValue, limits, group: maybe(fc.record({ per: fc.constantFrom('month', 'year', 'document'), take: fc.constantFrom('highest', 'first') })),
  onFacts: fc.boolean(), full: points,
}).map(({ match, value, limits: said, group, onFacts, full }): Said =>
  ({ match, value, limits: said, ...(group === undefined ? {} : { group }), ...(onFacts ? { basis: 'facts', full } : {}) }));

/** A rule about the register; of indicators also one of the shares that only branches have. */
export function registerRule(limits: fc.Arbitrary<LimitInFile[]>, tree: 'points' | 'indicators'): fc.Arbitrary<Unnamed<RuleInFile>> {
  const shares = tree === 'points' ? [recordedShare] : [recordedShare, branchShare];
  const measured = fc.record({ match: recorded, value: fc.oneof(...shares) }).map(({ match, value }) => ({ match: asksOfFacts(value) ? match : {}, value: withinFull(value) }));
  const said = fc.oneof(ofRegister(limits), measured);
  return fc.record({ label, clause: text, said, onlyWith: tree === 'points' ? fc.constant(undefined) : maybe(fc.constantFrom('committee', 'groups', 'noCommittee')),
    responsible: tree === 'points' ? fc.constant(undefined) : maybe(fc.constantFrom('secretary', 'organiser')) })
    .map(({ said: rule, onlyWith, responsible, ...heading }): Unnamed<RuleInFile> =>
      ({ kind: 'rule', ...heading, ...rule, ...(onlyWith === undefined ? {} : { onlyWith }), ...(responsible === undefined ? {} : { responsible }) }));
}

/** The weighed parts of a result, its vetoes and grades. */
export const result = fc.record({
  label, clause: text, weight: fc.integer({ min: 1, max: 9999 }), missing: fc.constantFrom('required', 'renormalise', 'zero'), atMost: points, full: points, least: count(20),
  threshold: fc.tuple(points, points), monthsLeast: count(12), tied: fc.constantFrom('decide', 'togetherDown'), bonus: points, decided: fc.boolean(),
}).map((said): NonNullable<SchemeFile['results']>[number] => ({
  id: 'year', label: said.label, of: 'member', clause: said.clause, missing: said.missing,
  parts: [
    { kind: 'total', id: 'ofPoints', label: said.label, of: 'points', atMost: said.atMost, weight: said.weight / 100 },
    {
      kind: 'group', id: 'both', label: said.label, weight: (10_000 - said.weight) / 100, missing: 'renormalise',
      parts: [60, 40].map((weight, index) => ({
        kind: 'rule', id: `ballot${index}`, label: said.label, clause: said.clause, weight, match: { records: ['entries'] },
        value: { kind: 'ballot', full: said.full, marks: { given: 80 }, least: said.least },
      })),
    },
    {
      kind: 'rule', id: 'bonus', label: said.label, clause: said.clause, match: { records: ['entries'] }, value: { kind: 'fixed', each: said.bonus },
      limits: [{ bound: 'ceiling', value: said.bonus, per: 'year', clause: said.clause }], group: { per: 'document', take: 'highest' },
    },
  ],
  vetoes: [{ id: 'veto', label: said.label, match: { records: ['entries'] }, atMost: 'passed', clause: said.clause }],
  grades: [
    { id: 'best', label: said.label, atLeast: cents(said.threshold[0] + said.threshold[1]), quota: '1/3', clause: said.clause },
    { id: 'passed', label: said.label, atLeast: said.threshold[0], clause: said.clause },
    { id: 'failed', label: said.label, ...(said.decided ? { decided: true as const } : {}) },
  ],
  ties: ['ofPoints'], tied: said.tied, monthsLeast: said.monthsLeast, course: [{ id: 'ballot', label: said.label }], quorum: `1/${said.monthsLeast}`,
}));

export const proposal = fc.record({ label, clause: text, below: points, running: fc.integer({ min: 2, max: 24 }), per: fc.constantFrom('month', 'quarter', 'year') })
  .map((said): NonNullable<SchemeFile['proposals']>[number] => ({ id: 'proposal', of: 'year', ...said }));

export const requirement = fc.record({ label, clause: text, per: fc.constantFrom('month', 'quarter', 'year'), atLeast: count(9), before: count(99) })
  .map(({ per, atLeast, before, ...said }): NonNullable<SchemeFile['requirements']> => [
    { ...said, id: 'often', of: 'bureau', match: { records: ['entries'] }, value: { kind: 'duty', per, atLeast } },
    { ...said, id: 'before', of: 'branch', match: { records: ['entries'] }, value: { kind: 'answered', to: { records: ['entries'] }, within: { before }, eachPerson: true } },
  ]);

export const filing: fc.Arbitrary<NonNullable<SchemeFile['filing']>> = fc.record({
  due: count(9), lock: fc.integer({ min: 10, max: 31 }), lateDays: count(366), objectionDays: count(60), answerDays: count(60), reviewDays: count(60),
}, { requiredKeys: ['due', 'lock'] });

export const base = fc.record({ value: points, per: fc.constantFrom('month', 'year'), joining: fc.constantFrom('full', 'byMonth', 'none') }, { requiredKeys: ['value', 'per'] });
