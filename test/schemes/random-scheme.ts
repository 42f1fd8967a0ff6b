import fc from 'fast-check';
import type { LimitInFile, NodeInFile, PartInFile, RuleInFile, SchemeFile } from '#domain/schemes/format/file-shape.ts';
import { weekdays } from '#domain/schemes/format/file-shape.ts';

/** Random scheme files that are valid by construction: what the round trip and the cards are tried on. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const label = fc.record({ zh: text, en: text }, { requiredKeys: ['zh'] });
const points = fc.integer({ min: 1, max: 99_999 }).map((hundredths) => hundredths / 100);
const clause = text;

const staff = fc.subarray(['officer', 'auxiliary', 'civilian', 'retired'] as const);
const time = fc.integer({ min: 0, max: 11 }).chain((hour) => fc.integer({ min: 0, max: 59 }).map((minute) => two(hour) + ':' + two(minute)));
const later = fc.integer({ min: 12, max: 23 }).chain((hour) => fc.integer({ min: 0, max: 59 }).map((minute) => two(hour) + ':' + two(minute)));
const two = (value: number): string => String(value).padStart(2, '0');

const activities = fc.array(fc.record({
  label, audience: fc.constantFrom('members', 'committee', 'everybody'), exceptStaff: staff,
  heldBy: fc.constantFrom('branch', 'group', 'committee'), weekday: fc.constantFrom(...weekdays), from: time, to: later,
  makeUpDays: fc.integer({ min: 1, max: 365 }), clause,
}, { requiredKeys: ['label', 'audience', 'heldBy', 'from', 'to', 'clause'] }), { minLength: 1, maxLength: 4 })
  .map((list) => list.map((each, index) => ({ ...each, id: `activity${index}` })));

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
    proRata: fc.boolean(), choice: fc.constantFrom('fixed', 'perSession', 'share', 'hours'), role: fc.constantFrom('speaker', 'exchange', 'host') })
    .map((said): Unnamed<RuleInFile> => {
      const heading = { kind: 'rule', label: said.label, clause: said.clause } as const;
      const attended = { ...said.match, part: 'attendance' } as const;
      switch (said.choice) {
        case 'fixed': return { ...heading, match: { ...said.match, part: said.role }, value: { kind: 'fixed', each: said.points }, limits: said.limits };
        case 'perSession': return { ...heading, match: attended, value: { kind: 'fixed', each: -said.points, perSession: true }, limits: said.limits };
        case 'share': return { ...heading, match: attended, value: { kind: 'share', full: said.points } };
        case 'hours': return { ...heading, match: attended, value: { kind: 'hours', full: said.points, targetHours: said.hours / 2, proRata: said.proRata } };
      }
    });

function partIn(depth: number, activityIds: readonly string[], contentIds: readonly string[]): fc.Arbitrary<Unnamed<PartInFile>> {
  const rule = ruleIn(activityIds, contentIds).map((each): NodeInFile => ({ ...each, id: '' }));
  const child = depth === 0 ? rule : fc.oneof(rule, partIn(depth - 1, activityIds, contentIds).map((each): NodeInFile => ({ ...each, id: '' })));
  return fc.record({
    label, clause, children: fc.array(child, { minLength: 1, maxLength: 3 }), limits: yearlyLimits, withFull: fc.boolean(),
    combine: fc.constantFrom('highest', 'sum', 'first'), missing: fc.constantFrom('required', 'renormalise', 'zero'),
  }).map(({ withFull, missing, ...rest }) => {
    const shared = rest.children.filter((each) => each.kind === 'rule' && each.value.kind !== 'fixed').length;
    const said = { ...rest, missing: missing === 'renormalise' && shared < 2 ? 'zero' as const : missing };
    const full = withFull ? sumOf(said.children) : null;
    return { kind: 'part', ...said, ...(full === null ? {} : { full }) };
  });
}

/** In points, or null where a child does not say how much it can reach. */
function sumOf(children: readonly NodeInFile[]): number | null {
  const marks = children.map((child) => {
    if (child.kind === 'rule' && 'full' in child.value) return child.value.full;
    if (child.kind === 'rule' && child.value.kind === 'fixed' && child.value.each < 0) return 0;
    const ceiling = child.limits?.find(({ bound, per }) => bound === 'ceiling' && per === 'year')?.value;
    return (child.kind === 'part' ? child.full : undefined) ?? ceiling;
  });
  const hundredths = marks.reduce<number>((sum, mark) => sum + (mark === undefined ? Number.NaN : Math.round(mark * 100)), 0);
  return Number.isNaN(hundredths) || hundredths < 1 || hundredths > 999_999 ? null : hundredths / 100;
}

/** Gives every part and rule an id of its own, n0, n1, … */
function numbered(points: Unnamed<PartInFile>): PartInFile {
  let next = 0;
  const part = (it: Unnamed<PartInFile>): PartInFile => ({ ...it, id: `n${next++}`, children: it.children.map(node) });
  const node = (it: NodeInFile): NodeInFile => (it.kind === 'part' ? part(it) : { ...it, id: `n${next++}` });
  return { ...part(points), combine: 'sum' };
}

export const randomSchemeFile: fc.Arbitrary<SchemeFile> = fc.record({ activities, contents, excuses }).chain((lists) =>
  fc.record({
    scheme: fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,9}$/), version: fc.integer({ min: 1, max: 9999 }), label,
    takesEffect: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${two(month)}-01`), document: text, source: label,
    points: partIn(2, lists.activities.map(({ id }) => id), lists.contents.map(({ id }) => id)).map(numbered),
  }, { requiredKeys: ['scheme', 'version', 'label', 'takesEffect'] }).map((rest) => ({ ...lists, ...rest })));
