import { type Lexicon, lexicon } from '#domain/activities/lexicon.ts';
import { restored } from '#domain/activities/marks.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { rosterOf } from '#domain/activities/roster.ts';
import { demandStudied } from '#domain/activities/studied.ts';
import { demandSittings, sessionOfRecord } from '#domain/activities/session-of-record.ts';
import { clashBetween, dayOf } from '#domain/activities/sittings.ts';
import type { SessionRecordInput, SessionText } from '#domain/activities/contract.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import { type EvaluationInput, read } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import { candidatesOf, evaluationOf, takingPart } from './attendance-reads.ts';
import { organisationCards, personCards } from './name-reads.ts';
import { demandAct } from './rights.ts';
import { sessionsAround } from './session-reads.ts';
import { studiesOffered } from './study-reads.ts';

/** The entry of a session that is recorded or amended, as far as a record looks at it. */
export interface SessionBefore {
  readonly factId: string;
  readonly state: FactState<'session'>;
}

export interface PreparedRecord {
  readonly state: FactState<'session'>;
  readonly text: SessionText;
  readonly evaluation: EvaluationInput;
}

/**
 * A record as it would be written, after every check; nothing is written here.
 * @param before the session that is recorded or amended; null for one that nobody arranged.
 */
export async function prepareRecord(call: Call, organisation: string, input: SessionRecordInput, before: SessionBefore | null): Promise<PreparedRecord> {
  const { tx, today, actor } = call;
  demandSittings(input.sittings, today);
  const day = dayOf(input.sittings);
  await demandAct(call, 'recordSessions', organisation, day);
  await holdOrganisation(tx, organisation);

  const candidates = await candidatesOf(tx, organisation, day);
  const evaluation = await evaluationOf(call, [...new Set([...candidates, ...takingPart(input)])], [day, `${input.period}-01`]);
  const cards = await personCards(tx, [...candidates, ...namedIn(input)]);
  if (otherNames(input).some((person) => !cards.has(person))) throw refuseActivity('PersonUnknown', {});

  const words = lexicon(evaluation.schemes);
  const { activities, sittings } = input;
  const marksBefore = before?.state.marks ?? [];
  const { state, text } = sessionOfRecord({ ...input, marks: restored(input.marks, marksBefore) }, {
    organisation, arrangement: before?.state.arrangement ?? null, scheme: words.schemeOn(day),
    roster: rosterOf(read(evaluation), { organisation, day, activities, sittings }),
    before: marksBefore, recorder: actor.person, today, nameOf: (person) => cards.get(person)?.name ?? '?', keyOf: matterKeyOf,
  });
  await demandOffered(call, state, before);
  await demandFreeTime(call, state, before?.factId, words);
  return { state, text, evaluation };
}

/** Two sessions of one branch recorded at the same moment: the second sees the first. */
export const holdOrganisation = (tx: Tx, organisation: string): Promise<unknown> => tx.run(sql`SELECT 1 FROM organisation WHERE id = ${organisation} FOR UPDATE`);

const otherNames = (it: SessionRecordInput): string[] =>
  [it.host, it.minuteTaker, ...it.speakers, ...it.exchanges, ...it.attendees].filter((person) => person !== null);
const namedIn = (it: SessionRecordInput): string[] => [...otherNames(it), ...it.marks.map(({ person }) => person)];

/** What the record took up before stays, also when it is offered no more. @throws StudiedUnknown, StudiedTwice, LessonBeyond, CourseNotOn */
async function demandOffered(call: Call, { studied = [], day }: FactState<'session'>, before: SessionBefore | null): Promise<void> {
  const known = before?.state.studied ?? [];
  const added = studied.filter(({ of, lesson }) => !known.some((it) => it.of === of && it.lesson === lesson));
  if (added.length > 0) demandStudied(added, await studiesOffered(call), day);
}

/** @throws SessionOverlaps where the organisation holds the same activity at the same time already. */
export async function demandFreeTime(call: Call, state: FactState<'session'>, self: string | undefined, words: Lexicon): Promise<void> {
  const days = state.sittings.map(({ day }) => day).toSorted();
  const others = await sessionsAround(call.tx, [state.organisation], addDays(days[0] ?? state.day, -20), addDays(days.at(-1) ?? state.day, 1));
  for (const other of others) {
    const activity = other.state.activities.find((it) => state.activities.includes(it));
    if (other.session === self || activity === undefined || !clashBetween(other.state.sittings, state.sittings)) continue;
    const [card] = await organisationCards(call.tx, [state.organisation]);
    const first = other.state.sittings[0];
    throw refuseActivity('SessionOverlaps', {
      organisation: card?.name ?? '', activity: words.activities([activity], state.day)[0]?.label ?? { zh: activity, en: activity }, when: first ? `${first.day} ${first.from}–${first.to}` : other.state.day,
    }, [{ at: `session:${other.session}`, words: { zh: '打开那一次', en: 'open that one' } }]);
  }
}
