import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { plainMatter } from '#domain/registers/typed-values.ts';
import { refuseScheme } from '#domain/schemes/refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { SessionRecordInput, SessionText } from './contract.ts';
import { excusesHimself, filledIn, type Mark, markedTwice, notMarked, notOnRoster } from './marks.ts';
import { allowedPeriods } from './own-period.ts';
import { refuseActivity } from './refusals.ts';
import type { Expected } from './roster.ts';
import { clashWithin, dayOf } from './sittings.ts';
import { addsUp } from './vote-outcome.ts';

type SessionState = FactState<'session'>;

export interface Recording {
  readonly organisation: string;
  readonly arrangement: string | null;
  readonly scheme: Scheme | null;
  /** 应到名单 of the session as it is being recorded. */
  readonly roster: readonly Expected[];
  /** Marks of the version before; none for a first record. */
  readonly before: readonly Mark[];
  readonly recorder: string | null;
  readonly today: CivilDate;
  readonly nameOf: (person: string) => string;
  /** The key of a plain text, by which two are told to be the same. */
  readonly keyOf: (plain: string) => string;
}

/** The words that a record or an arrangement uses must be in the scheme. @throws SchemeMissing, ActivityUnknown, ContentUnknown. */
export function demandWords(scheme: Scheme | null, activities: readonly string[], contents: readonly string[]): void {
  if (scheme === null) throw refuseScheme('SchemeMissing', {});
  const unknown = activities.find((word) => !scheme.activities.some(({ id }) => id === word));
  if (unknown !== undefined) throw refuseActivity('ActivityUnknown', { word: unknown });
  const content = contents.find((word) => !scheme.contents.some(({ id }) => id === word));
  if (content !== undefined) throw refuseActivity('ContentUnknown', { word: content });
}

/** Everything that can be told about the sittings without asking for people. @throws FutureDay, SittingsOverlap. */
export function demandSittings(sittings: SessionRecordInput['sittings'], today: CivilDate): void {
  const future = sittings.find(({ day }) => day > today);
  if (future) throw refuseActivity('FutureDay', { day: future.day });
  const clash = clashWithin(sittings);
  if (clash) throw refuseActivity('SittingsOverlap', { first: clash[0] + 1, second: clash[1] + 1, place: sittings[clash[0]]?.place ?? '' });
}

/**
 * The state and text of a session from its record.
 * @throws ActivityUnknown, ContentUnknown, ReasonUnknown, FutureDay, SittingsOverlap, PeriodNotAllowed,
 * PeriodReasonMissing, VoteSumsWrong, PersonTwice, NotOfThisSession, ReasonMissing,
 * SittingMissing, SelfExcused, NotMarked.
 */
export function sessionOfRecord(input: SessionRecordInput, recording: Recording): { state: SessionState; text: SessionText } {
  demandWords(recording.scheme, input.activities, input.contents);
  demandSittings(input.sittings, recording.today);
  demandPeriod(input);
  demandVotes(input);
  demandMarks(input, recording);
  const sittings = input.sittings.map(({ day, from, to }) => ({ day, from, to }));
  const { organisation, arrangement, roster, keyOf } = recording;
  return {
    state: {
      organisation, arrangement, stage: 'held', activities: input.activities, contents: input.contents, ...topicOf(input.topic, keyOf),
      day: dayOf(sittings), period: input.period, sittings, host: input.host, minuteTaker: input.minuteTaker, speakers: once(input.speakers),
      exchanges: once(input.exchanges), attendees: once(input.attendees),
      marks: (input.allPresent ? filledIn(input.marks, roster) : input.marks).map(tidy), allPresent: input.allPresent,
      agenda: input.agenda.map(({ firstItem }) => ({ firstItem })), resolutions: input.resolutions.map(({ vote }) => ({ vote })),
      ...(input.studied === undefined || input.studied.length === 0 ? {} : { studied: input.studied }),
    },
    text: {
      topic: input.topic, places: input.sittings.map(({ place }) => place), lecturer: input.lecturer, material: input.material,
      otherAttendees: input.otherAttendees, agenda: input.agenda.map(({ title }) => title), resolutions: input.resolutions.map(({ text }) => text),
      discussion: input.discussion, reason: input.reason,
    },
  };
}

/** What a session was about, as far as the log may know it; nothing where nothing was written. */
export const topicOf = (topic: string, keyOf: Recording['keyOf']): Pick<SessionState, 'topic'> =>
  (plainMatter(topic) === '' ? {} : { topic: keyOf(plainMatter(topic)) });

function demandPeriod({ sittings, activities, period, reason }: SessionRecordInput): void {
  const [own, ...others] = allowedPeriods(sittings, activities);
  if (period === own) return;
  if (!others.includes(period)) throw refuseActivity('PeriodNotAllowed', { day: dayOf(sittings), period });
  if (reason === '') throw refuseActivity('PeriodReasonMissing', { period });
}

function demandVotes({ resolutions }: SessionRecordInput): void {
  const wrong = resolutions.findIndex(({ vote }) => vote !== null && !addsUp(vote));
  if (wrong !== -1) throw refuseActivity('VoteSumsWrong', { at: wrong + 1 });
}

function demandMarks(input: SessionRecordInput, { scheme, roster, before, recorder, nameOf }: Recording): void {
  const names = (persons: readonly string[]) => ({ names: persons.map(nameOf) });
  const twice = markedTwice(input.marks);
  if (twice.length > 0) throw refuseActivity('PersonTwice', names(twice));
  const others = notOnRoster(input.marks, roster);
  if (others.length > 0) throw refuseActivity('NotOfThisSession', names(others));
  for (const { person, mark, reason, sitting } of input.marks) {
    if (mark === 'excused' && reason === null) throw refuseActivity('ReasonMissing', names([person]));
    if (reason !== null && !scheme?.excuses.some(({ id }) => id === reason)) throw refuseActivity('ReasonUnknown', { word: reason });
    if (sitting >= input.sittings.length) throw refuseActivity('SittingMissing', names([person]));
  }
  if (excusesHimself(input.marks, before, recorder)) throw refuseActivity('SelfExcused', {});
  const open = input.allPresent ? [] : notMarked(input.marks, roster);
  if (open.length > 0) throw refuseActivity('NotMarked', names(open));
}

/** Who was there has no reason for being away. */
const tidy = (it: Mark): Mark => (it.mark === 'present' || it.mark === 'late' ? { ...it, reason: null } : it);
const once = (persons: readonly string[]): string[] => [...new Set(persons)];
