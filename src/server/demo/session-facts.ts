import { addDays, type CivilDate, daysBetween, monthOf, yearOf } from '#domain/calendar/civil-date.ts';
import { expectedAt } from '#domain/engine/attendance.ts';
import { topicOf } from '#domain/activities/session-of-record.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { matterKeyOf } from '#server/registers/register-reads.ts';
import { newId } from '#server/platform/ids.ts';
import type { DemoSession } from './calendar.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoOrganisation } from './organisation-tree.ts';
import { idOf, postHolder } from './staff.ts';
import { COURSE, type Writer } from './writer.ts';

type Session = FactState<'session'>;

/** One session in a while was entered days late, so that a visitor sees the stamp. */
const LATE_SHARE = 0.03;
const CORRECTED_SHARE = 0.25;
/** The month in which the lecture is the secretary's. */
const SECRETARY_SPEAKS = 5;
const FIRST_ITEM = '首要议题：传达学习习近平总书记重要讲话精神';

/**
 * A session with what followed from it: entered by the branch's recorder the same evening, confirmed by its secretary the
 * next day, and made up within days by some who missed it. What lies ahead is arranged only.
 */
export function sessionFacts(writer: Writer, branch: DemoOrganisation, asked: DemoSession, arrangement: string | null): readonly DatedFact[] {
  const session = asked.activities.includes('groupMeeting') ? onBestDay(writer, asked) : asked;
  const { staff, year, next } = writer;
  const arranged = arrangedState(idOf(staff.organisation, session.organisation), session, arrangement);
  const text = {
    topic: session.topic, places: [`${branch.shortName.replace(/党支部$/, '')}会议室`], lecturer: '', material: '', otherAttendees: '',
    agenda: [], resolutions: [], discussion: '', reason: session.period === undefined ? '' : '属上一年度',
  };
  const factId = newId();
  const recorder = postHolder(staff, branch.number, 'publicist') ?? postHolder(staff, branch.number, 'deputySecretary');
  const waits = year.behind.includes(branch.number) && session.day >= addDays(year.today, -7);
  if (session.day >= year.today || waits) {
    const planned = addDays(session.day, -10);
    return [{ fact: { kind: 'session', factId, text, state: arranged }, by: recorder, on: planned < year.today ? planned : year.today }];
  }
  const entered = notAfter(addDays(session.day, next() < LATE_SHARE ? 6 : 0), year.today);
  const state = heldState(writer, branch, arranged);
  const confirmed = addDays(entered, 1);
  const secretary = postHolder(staff, branch.number, 'secretary');
  const written = { ...text, agenda: state.agenda.map(({ firstItem }) => (firstItem ? FIRST_ITEM : session.topic)) };
  return [
    { fact: { kind: 'session', factId, text: written, state }, by: recorder, on: entered },
    ...(confirmed < year.today ? [{ fact: { kind: 'confirmation', state: { fact: factId, version: 1 } }, by: secretary, on: confirmed } as const] : []),
    ...makeUps(writer, factId, state, recorder),
    ...(next() < CORRECTED_SHARE ? correction(writer, { factId, state, text: written, on: addDays(entered, 3) }, recorder, secretary) : []),
  ];
}

/** Somebody marked as absent was away on a case: the record is amended, and confirmed again. */
function correction({ year }: Writer, { factId, state, text, on }: { factId: string; state: Session; text: FactText; on: CivilDate }, recorder: string | null, secretary: string | null): DatedFact[] {
  const wrong = state.marks.find(({ person, mark, reason }) => mark === 'absent' && reason === null && person !== recorder);
  if (!wrong || addDays(on, 1) >= year.today) return [];
  const marks = state.marks.map((it) => (it === wrong ? { ...it, mark: 'excused' as const, reason: 'caseTrip' } : it));
  return [
    { fact: { kind: 'session', factId, text, state: { ...state, marks } }, by: recorder, on, version: 2 },
    { fact: { kind: 'confirmation', state: { fact: factId, version: 2 } }, by: secretary, on: addDays(on, 1) },
  ];
}

/** A group that is a shift team meets after its handover: on the first of three days on which most of it is free. */
function onBestDay({ staff, reading }: Writer, session: DemoSession): DemoSession {
  const organisation = idOf(staff.organisation, session.organisation);
  const days = [0, 1, 2].map((later) => ({ ...session, day: addDays(session.day, later) }));
  const free = days.map((it) => expectedAt(reading, arrangedState(organisation, it, null)).filter((one) => one.excuse === null).length);
  return days[free.indexOf(Math.max(...free))] ?? session;
}

const arrangedState = (organisation: string, session: DemoSession, arrangement: string | null): Session => ({
  organisation, arrangement, stage: 'arranged', activities: [...session.activities], contents: [...session.contents], ...topicOf(session.topic, matterKeyOf), day: session.day,
  period: session.period ?? session.day.slice(0, 7), sittings: [{ day: session.day, from: session.from, to: session.to }], host: null, minuteTaker: null, speakers: [],
  exchanges: [], attendees: [], marks: [], allPresent: false, agenda: [], resolutions: [],
});

/** Most come, a few are away with leave, now and then somebody misses it or comes late. */
function heldState({ staff, reading, next, courses }: Writer, branch: DemoOrganisation, arranged: Session): Session {
  const expected = expectedAt(reading, arranged).filter((it) => it.excuse === null).map((it) => it.person);
  const marks = expected.map((person): Session['marks'][number] => {
    const luck = next();
    if (luck < 0.035) return { person, mark: 'excused', reason: luck < 0.015 ? 'caseTrip' : luck < 0.025 ? 'annualLeave' : 'sickLeave', sitting: 0 };
    if (luck < 0.055) return { person, mark: 'absent', reason: luck < 0.045 ? 'personalLeave' : null, sitting: 0 };
    return { person, mark: luck < 0.065 ? 'late' : 'present', reason: null, sitting: 0 };
  });
  const secretary = postHolder(staff, branch.number, 'secretary');
  const came = marks.filter((it) => it.mark === 'present').map((it) => it.person);
  const oneWhoCame = (): string[] => came.slice(Math.floor(next() * came.length)).slice(0, 1);
  return {
    ...arranged, stage: 'held', marks,
    host: secretary, minuteTaker: postHolder(staff, branch.number, 'organiser'),
    speakers: !arranged.activities.includes('partyLecture') ? [] : monthOf(arranged.day) === SECRETARY_SPEAKS && secretary !== null && came.includes(secretary) ? [secretary] : oneWhoCame(),
    agenda: meets(arranged) ? [{ firstItem: next() < 0.97 }, { firstItem: false }] : [],
    exchanges: arranged.activities.includes('mondayStudy') && next() < 0.25 ? oneWhoCame() : [],
    ...lessonsOf(branch, arranged, courses.get(yearOf(arranged.day))),
  };
}

/** Two lessons of the year's course on a Monday; each branch leaves out some weeks. */
function lessonsOf({ number }: DemoOrganisation, { activities, day }: Session, course: string | undefined): Pick<Session, 'studied'> {
  const week = Math.floor(daysBetween(`${yearOf(day)}-${COURSE.begins}`, day) / 7);
  const left = (week + Number(number.replaceAll(/\D/g, ''))) % 6 === 0;
  if (course === undefined || week < 0 || left || !activities.includes('mondayStudy')) return {};
  return { studied: [2 * week + 1, 2 * week + 2].filter((lesson) => lesson <= COURSE.lessons).map((lesson) => ({ of: course, lesson })) };
}

/** Meetings with an agenda, of which the first item is study. */
const meets = ({ activities }: Session): boolean => activities.includes('committeeMeeting') || activities.includes('memberAssembly');

/** Most of those who were absent with leave read it up within the week. */
function makeUps({ next, year }: Writer, session: string, state: Session, recorder: string | null): readonly DatedFact[] {
  const owing = state.marks.filter((it) => it.reason === 'personalLeave' && it.person !== recorder && next() < 0.7);
  const day = addDays(state.day, 4);
  return day >= year.today ? [] : owing.map(({ person }): DatedFact => (
    { fact: { kind: 'makeUp', period: state.period, state: { session, person, day, way: 'reading' } }, by: recorder, on: day }));
}

const notAfter = (day: CivilDate, last: CivilDate): CivilDate => (day < last ? day : last);
