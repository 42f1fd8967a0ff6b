import fc from 'fast-check';
import type { FactState } from '#domain/facts/contract.ts';

/** Who enters it: one of the people or an account without a person; with the right to, or as a proposal. */
export interface By {
  readonly actor: number | null;
  readonly standing: 'counted' | 'proposed';
}

/** A week of the year and a day of that week; most sessions fall on a Monday and so on the day of another. */
export interface Day {
  readonly week: number;
  readonly offset: number;
}

/** What happens at a session; numbers choose among whoever is there. */
export interface Held {
  readonly day: Day;
  readonly activities: readonly string[];
  readonly marks: readonly Marked[];
  readonly speaker: number | null;
  readonly exchange: number | null;
  readonly host: number | null;
  readonly guest: number | null;
  readonly lateForPeriod: boolean;
}
/** A line of a register of the sample scheme: whom it names, how much it weighs and about what it is. */
export interface Line {
  readonly register: keyof typeof levelsOf;
  readonly persons: readonly number[];
  readonly day: Day;
  readonly level: number;
  readonly matter: number;
}
/** Some levels of these registers, the lightest first. */
export const levelsOf = {
  honour: ['commendation', 'thirdMerit', 'firstMerit'], disciplineDecision: ['admonition', 'warning', 'removal'], volunteer: [],
} as const;
export type Marked = 'present' | 'late' | 'excused' | 'absent' | 'none';

/**
 * One command; `which` and `person` choose among what there is, so that every command always means something. A
 * confirmation without an actor is by the recorder himself.
 */
export type Act =
  | { readonly does: 'nothing' }
  | { readonly does: 'hold'; readonly at: number; readonly held: Held; readonly by: By }
  | { readonly does: 'amend'; readonly which: number; readonly held: Held; readonly by: By }
  | { readonly does: 'withdraw'; readonly which: number; readonly by: By }
  | { readonly does: 'confirm'; readonly which: number; readonly actor: number | null }
  | { readonly does: 'excuse'; readonly person: number; readonly day: Day; readonly days: number; readonly reason: string; readonly by: By }
  | { readonly does: 'makeUp'; readonly which: number; readonly person: number; readonly after: number; readonly by: By }
  | { readonly does: 'transfer'; readonly person: number; readonly to: number; readonly day: Day }
  | { readonly does: 'second'; readonly person: number; readonly to: number; readonly day: Day; readonly days: number; readonly by: By }
  | { readonly does: 'close'; readonly persons: readonly number[]; readonly day: Day; readonly days: number; readonly by: By }
  | { readonly does: 'stop'; readonly scope: number; readonly day: Day }
  | { readonly does: 'appoint'; readonly person: number; readonly at: number; readonly day: Day }
  | { readonly does: 'move'; readonly branch: number; readonly to: number; readonly day: Day }
  | { readonly does: 'enter'; readonly line: Line; readonly at: number; readonly by: By }
  | { readonly does: 'correct'; readonly which: number; readonly line: Line; readonly by: By }
  | { readonly does: 'handOut'; readonly person: number; readonly day: Day; readonly days: number; readonly handedIn: number; readonly stage: 'open' | 'accepted' | 'notDone'; readonly by: By }
  | { readonly does: 'adopt'; readonly version: number; readonly month: number };

const some = fc.nat(999);
const maybe = fc.option(some, { freq: 2 });
const day: fc.Arbitrary<Day> = fc.record({ week: fc.nat(50), offset: fc.constantFrom(0, 0, 0, 0, 1, 3) });
const by: fc.Arbitrary<By> = fc.record({
  actor: fc.option(some, { freq: 4 }),
  standing: fc.constantFrom<By['standing'][]>('counted', 'counted', 'counted', 'proposed'),
});
const held: fc.Arbitrary<Held> = fc.record({
  day,
  activities: fc.constantFrom(['mondayStudy'], ['mondayStudy'], ['partyLecture'], ['themePartyDay', 'mondayStudy'], ['committeeMeeting'], ['safetyBriefing']),
  marks: fc.array(fc.constantFrom<Marked[]>('present', 'present', 'present', 'late', 'excused', 'absent', 'none'), { minLength: 30, maxLength: 30 }),
  speaker: maybe, exchange: maybe, host: maybe, guest: maybe,
  lateForPeriod: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const line: fc.Arbitrary<Line> = fc.record({
  register: fc.constantFrom<Line['register'][]>('honour', 'honour', 'volunteer', 'disciplineDecision'),
  persons: fc.array(some, { minLength: 1, maxLength: 3 }), day, level: fc.nat(2), matter: fc.nat(5),
});
const reasons: FactState<'leave'>['reason'][] = ['sickLeave', 'sickLeave', 'personalLeave', 'unheardOf'];

function does<Name extends Act['does'], Fields>(name: Name, fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> }) {
  return fc.record<Fields>(fields).map((drawn) => ({ does: name, ...drawn }));
}

export const acts: fc.Arbitrary<Act> = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant<Act>({ does: 'nothing' }) },
  { weight: 12, arbitrary: does('hold', { at: some, held, by }) },
  { weight: 4, arbitrary: does('amend', { which: some, held, by }) },
  { weight: 2, arbitrary: does('withdraw', { which: some, by }) },
  { weight: 5, arbitrary: does('confirm', { which: some, actor: fc.option(some, { freq: 3 }) }) },
  { weight: 3, arbitrary: does('excuse', { person: some, day, days: fc.nat(20), reason: fc.constantFrom(...reasons), by }) },
  { weight: 5, arbitrary: does('makeUp', { which: some, person: some, after: fc.nat(20), by }) },
  { weight: 3, arbitrary: does('transfer', { person: some, to: some, day }) },
  { weight: 1, arbitrary: does('second', { person: some, to: some, day, days: fc.nat(90), by }) },
  { weight: 1, arbitrary: does('close', { persons: fc.array(some, { minLength: 1, maxLength: 3 }), day, days: fc.nat(30), by }) },
  { weight: 1, arbitrary: does('stop', { scope: some, day }) },
  { weight: 1, arbitrary: does('appoint', { person: some, at: some, day }) },
  { weight: 1, arbitrary: does('move', { branch: some, to: some, day }) },
  { weight: 5, arbitrary: does('enter', { line, at: some, by }) },
  { weight: 2, arbitrary: does('correct', { which: some, line, by }) },
  { weight: 3, arbitrary: does('handOut', { person: some, day, days: fc.nat(20), handedIn: fc.nat(30), stage: fc.constantFrom('open', 'accepted', 'accepted', 'notDone'), by }) },
  { weight: 1, arbitrary: does('adopt', { version: fc.integer({ min: 1, max: 3 }), month: fc.integer({ min: 1, max: 12 }) }) },
);
