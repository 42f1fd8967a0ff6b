import fc from 'fast-check';
import type { LimitInFile, NodeInFile, PartInFile, RuleInFile, SchemeFile } from '#domain/schemes/format/file-shape.ts';
import { partHeadShape, ruleShape, weekdays } from '#domain/schemes/format/file-shape.ts';
import { fullMark } from '#domain/schemes/format/full-mark.ts';
import { base, filing, guide, label, points, proposal, register, registerRule, requirement, result, text, two } from './random-rules.ts';

/** Random scheme files that are valid by construction: what the round trip and the cards are tried on. */
const clause = text;

const staff = fc.subarray(['officer', 'auxiliary', 'civilian', 'retired'] as const);
const time = fc.integer({ min: 0, max: 11 }).chain((hour) => fc.integer({ min: 0, max: 59 }).map((minute) => two(hour) + ':' + two(minute)));
const later = fc.integer({ min: 12, max: 23 }).chain((hour) => fc.integer({ min: 0, max: 59 }).map((minute) => two(hour) + ':' + two(minute)));

const activities = fc.array(fc.record({
  label, audience: fc.constantFrom('members', 'committee', 'everybody'), exceptStaff: staff,
  heldBy: fc.constantFrom('branch', 'group', 'committee'), weekday: fc.constantFrom(...weekdays), holiday: fc.constantFrom('skip', 'shift', 'keep'), from: time, to: later,
  makeUpDays: fc.integer({ min: 1, max: 365 }), clause, guide,
}, { requiredKeys: ['label', 'audience', 'heldBy', 'from', 'to', 'clause'] }), { minLength: 1, maxLength: 4 })
  // Only what has a day of its own can meet a holiday on it.
  .map((list) => list.map(({ holiday, ...each }, index) => ({ ...each, ...(each.weekday === undefined || holiday === undefined ? {} : { holiday }), id: `activity${index}` })));

const contents = fc.array(label, { maxLength: 3 }).map((list) => list.map((each, index) => ({ id: `content${index}`, label: each })));

const excuses = fc.array(fc.record({
  label, exempts: fc.boolean(), makeUp: fc.constantFrom('required', 'optional', 'no'),
  shownAs: fc.constantFrom('duty', 'leave', 'other', 'absent'),
  broughtBy: fc.constantFrom('shift', 'postNightRest', 'closedDuty', 'secondment', 'studyStop'),
}, { requiredKeys: ['label', 'exempts', 'makeUp', 'shownAs'] }), { maxLength: 3 })
  .filter((list) => list.every(({ broughtBy }, index) => broughtBy === undefined || list.findIndex((each) => each.broughtBy === broughtBy) === index))
  .map((list) => list.map((each, index) => ({ ...each, id: `excuse${index}` })));

/** Floors below zero and ceilings above it never cross; a week never meets a longer window. */
const nestingWindows = [['day', 'month', 'quarter', 'half', 'year'], ['day', 'week']] as const;
const freeLimits = fc.constantFrom(...nestingWindows).chain((windows) =>
  fc.subarray(windows.flatMap((per) => [{ bound: 'ceiling', per } as const, { bound: 'floor', per } as const])).chain(limitsOf));
const yearlyLimits = fc.subarray([{ bound: 'ceiling', per: 'year' } as const, { bound: 'floor', per: 'year' } as const]).chain(limitsOf);

function limitsOf(chosen: readonly Pick<LimitInFile, 'bound' | 'per'>[]): fc.Arbitrary<LimitInFile[]> {
  return fc.tuple(...chosen.map((limit) => fc.record({ value: points, clause }).map((said): LimitInFile => ({
    ...limit, clause: said.clause, value: limit.bound === 'ceiling' ? said.value : -said.value,
  }))));
}

const match = (activityIds: readonly string[], contentIds: readonly string[]) => fc.record({
  activities: fc.subarray([...activityIds]), contents: fc.subarray([...contentIds]),
});

type Unnamed<N> = Omit<N, 'id'>;

const ruleIn = (activityIds: readonly string[], contentIds: readonly string[]): fc.Arbitrary<Unnamed<RuleInFile>> =>
  fc.record({ label, clause, match: match(activityIds, contentIds), limits: freeLimits, points, hours: fc.integer({ min: 1, max: 4000 }),
    proRata: fc.boolean(), guide: fc.option(guide, { nil: undefined }), choice: fc.constantFrom('fixed', 'perSession', 'share', 'hours'), role: fc.constantFrom('speaker', 'exchange', 'host') })
    .map((said): Unnamed<RuleInFile> => {
      const heading = { kind: 'rule', label: said.label, clause: said.clause, ...(said.guide === undefined ? {} : { guide: said.guide }) } as const;
      const attended = { ...said.match, part: 'attendance' } as const;
      switch (said.choice) {
        case 'fixed': return { ...heading, match: { ...said.match, part: said.role }, value: { kind: 'fixed', each: said.points }, limits: said.limits };
        case 'perSession': return { ...heading, match: attended, value: { kind: 'fixed', each: -said.points, perSession: true }, limits: said.limits };
        case 'share': return { ...heading, match: attended, value: { kind: 'share', full: said.points } };
        case 'hours': return { ...heading, match: attended, value: { kind: 'hours', full: said.points, targetHours: said.hours / 2, proRata: said.proRata } };
      }
    });

type Tree = 'points' | 'indicators';

function partIn(depth: number, tree: Tree, activityIds: readonly string[], contentIds: readonly string[]): fc.Arbitrary<Unnamed<PartInFile>> {
  const rule = fc.oneof(ruleIn(activityIds, contentIds), registerRule(freeLimits, tree)).map((each): NodeInFile => ({ ...each, id: '' }));
  const child = depth === 0 ? rule : fc.oneof(rule, partIn(depth - 1, tree, activityIds, contentIds).map((each): NodeInFile => ({ ...each, id: '' })));
  return fc.record({
    label, clause, children: fc.array(child, { minLength: 1, maxLength: 3 }), limits: yearlyLimits, withFull: fc.boolean(),
    combine: fc.constantFrom('highest', 'sum', 'first'), missing: fc.constantFrom('required', 'renormalise', 'zero'),
    base: fc.option(base, { nil: undefined, freq: 3 }), choose: fc.option(fc.constantFrom('higher', 'lower', 'latest', 'first'), { nil: undefined, freq: 3 }),
  }).map(({ withFull, missing, base: start, choose, ...rest }) => {
    const marks = rest.children.map(markOf);
    const said = { ...rest, missing: missing === 'renormalise' && marks.filter((mark) => (mark ?? 0) > 0).length < 2 ? 'zero' as const : missing };
    if (tree === 'indicators' && choose !== undefined) return { kind: 'part', ...said, choose };
    if (start !== undefined) return { kind: 'part', ...said, base: start };
    const full = withFull ? sumOf(marks) : null;
    return { kind: 'part', ...said, ...(full === null ? {} : { full }) };
  });
}

/** What a child can reach, in hundredths; null where it does not say. */
function markOf(child: NodeInFile): number | null {
  const node = { path: [], raw: child, id: 'x', isRule: child.kind === 'rule', children: [] };
  if (child.kind === 'rule') return fullMark({ ...node, rule: ruleShape.decode({ ...child, id: 'x' }), part: null });
  const { children: __, ...head } = child;
  return fullMark({ ...node, rule: null, part: partHeadShape.decode({ ...head, id: 'x' }) });
}

/** In points, or null where a child does not say how much it can reach. */
function sumOf(marks: readonly (number | null)[]): number | null {
  const hundredths = marks.reduce<number>((sum, mark) => sum + (mark ?? Number.NaN), 0);
  return Number.isNaN(hundredths) || hundredths < 1 || hundredths > 999_999 ? null : hundredths / 100;
}

/** Gives every part and rule an id of its own, n0, n1, … */
function numbered(points: Unnamed<PartInFile>, prefix: string): PartInFile {
  let next = 0;
  const part = (it: Unnamed<PartInFile>): PartInFile => ({ ...it, id: `${prefix}${next++}`, children: it.children.map(node) });
  const node = (it: NodeInFile): NodeInFile => (it.kind === 'part' ? part(it) : { ...it, id: `${prefix}${next++}` });
  const { choose: _, ...total } = part(points);
  return { ...total, combine: 'sum' };
}

const frame = fc.record({ register, tags: fc.tuple(label, label), classes: fc.tuple(label, label) }).map(({ register: entries, tags, classes }) => ({
  records: [entries],
  framework: tags.map((each, index) => ({ id: `tag${index}`, label: each, ...(index === 0 ? {} : { under: 'tag0' }) })),
  classes: [
    { id: 'class0', label: classes[0], staff: ['retired' as const], stages: ['full' as const], are: 'otherwise' as const, parts: ['n0'], clause: '第一条' },
    { id: 'class1', label: classes[1], records: ['entries'], where: { given: { atLeast: 3 } }, are: 'out' as const, clause: '第一条' },
  ],
}));

export const randomSchemeFile: fc.Arbitrary<SchemeFile> = fc.record({ activities, contents, excuses, frame }).chain(({ frame: kept, ...lists }) => {
  const ids = [lists.activities.map(({ id }) => id), lists.contents.map(({ id }) => id)] as const;
  return fc.record({
    scheme: fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,9}$/), version: fc.integer({ min: 1, max: 9999 }), label,
    takesEffect: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${two(month)}-01`), document: text, source: label,
    points: partIn(2, 'points', ...ids).map((it) => numbered(it, 'n')), indicators: partIn(1, 'indicators', ...ids).map((it) => numbered(it, 'i')),
    results: result.map((each) => [each]), requirements: requirement, proposals: proposal.map((each) => [each]), filing,
  }, { requiredKeys: ['scheme', 'version', 'label', 'takesEffect', 'points', 'results'] }).map((rest) => ({ ...lists, ...kept, ...rest }));
});
