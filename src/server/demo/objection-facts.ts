import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import { withMark } from '#domain/activities/corrected-mark.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { Objection } from '#domain/objections/objection-rules.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { type DatedFact, recordDated } from './dated-facts.ts';
import { type DemoStaff, idOf, postHolder } from './staff.ts';
import type { DemoYear } from './writer.ts';

/** The branch whose people a visitor signs in as. */
const TOLD = 'A118';
const calendar = workingCalendar(publishedYears);
const workdaysAfter = (day: CivilDate, n: number): CivilDate => workingDaysAfter(calendar, day, n).day;

/** Somebody who is said to have missed a session. */
interface Absence {
  readonly session: LogEntryOf<'session'>;
  readonly person: string;
}

/** Objections to absences in the told branch: one won in the review, one lost, one that waits for its answer and one for its review. */
export async function writeObjections(call: Call, staff: DemoStaff, { today }: DemoYear): Promise<void> {
  const absences = await absencesOf(call, idOf(staff.organisation, TOLD));
  const taken = new Set<string>();
  const next = (fits: (day: CivilDate) => boolean): Absence | undefined => {
    const found = absences.find(({ session, person }) => fits(session.day) && !taken.has(session.factId) && !taken.has(person));
    if (found) taken.add(found.session.factId).add(found.person);
    return found;
  };
  // The latest there are: in a branch of shifts few miss anything without an excuse.
  const [reviewed, open] = [next((day) => day < addDays(today, -12)), next((day) => day < addDays(today, -3))];
  const [won, lost] = [next((day) => day <= addDays(today, -60)), next((day) => day <= addDays(today, -60))];
  const facts = [
    ...(won ? wonObjection(staff, won) : []), ...(lost ? lostObjection(staff, lost) : []), ...(open ? [openObjection(staff, open, today)] : []),
    ...(reviewed ? objectionInReview(staff, reviewed, today) : []),
  ];
  for (const version of [1, 2, 3, 4]) await recordDated(call, facts.filter((it) => (it.version ?? 1) === version));
}

async function absencesOf({ tx }: Call, organisation: string): Promise<Absence[]> {
  const sessions = await lastEntries(tx, sql`kind = 'session' AND organisation_id = ${organisation} AND state->>'stage' = 'held' AND version = 1`);
  return sessions.filter((entry) => entry.kind === 'session').toSorted((left, right) => (left.day > right.day ? -1 : 1))
    .flatMap((session) => session.state.marks.filter(({ mark }) => mark === 'absent').map(({ person }) => ({ session, person })));
}

function raised(staff: DemoStaff, { session, person }: Absence, on: CivilDate): Objection {
  return {
    about: { kind: 'fact', fact: session.factId, version: 1 }, matter: 'attendance', subject: { kind: 'person', id: person }, raisedBy: person,
    organisation: idOf(staff.organisation, TOLD), body: 'branch', period: session.period, stage: 'raised', verdict: null, correction: null,
    raisedOn: on, answeredOn: null, appealedOn: null, decidedOn: null,
  };
}

const step = (factId: string, version: number, by: string | null, on: CivilDate, state: FactState<'objection'>, words: string): DatedFact =>
  ({ by, on, version, fact: { kind: 'objection', factId, state, text: { words } } });

function wonObjection(staff: DemoStaff, absence: Absence): DatedFact[] {
  const { session, person } = absence;
  const factId = newId();
  const on = workdaysAfter(session.day, 2);
  const [answeredOn, appealedOn, decidedOn] = [workdaysAfter(on, 2), workdaysAfter(on, 3), workdaysAfter(on, 8)];
  const first = raised(staff, absence, on);
  const answered: Objection = { ...first, stage: 'answered', verdict: 'rejected', answeredOn };
  const appealed: Objection = { ...answered, stage: 'appealed', appealedOn };
  const decided: Objection = { ...appealed, stage: 'decided', verdict: 'upheld', decidedOn, correction: { fact: session.factId, version: 2 } };
  const office = postHolder(staff, 'A102', 'organiser');
  return [
    step(factId, 1, person, on, first, '当晚随队押解，已向带班领导报告，被登记为缺席。'),
    step(factId, 2, postHolder(staff, TOLD, 'deputySecretary'), answeredOn, answered, '带班记录中没有登记，暂维持原记录。'),
    step(factId, 3, person, appealedOn, appealed, '附押解任务单，请机关党委复核。'),
    step(factId, 4, office, decidedOn, decided, '任务单属实，当晚在外执行任务，按规定免计，予以更正。'),
    { by: office, on: decidedOn, version: 2, fact: { kind: 'session', factId: session.factId, period: session.period, state: withMark(session.state, person, { mark: 'excused', reason: 'caseTrip' }) } },
  ];
}

function lostObjection(staff: DemoStaff, absence: Absence): DatedFact[] {
  const factId = newId();
  const on = workdaysAfter(absence.session.day, 3);
  const answeredOn = workdaysAfter(on, 3);
  const first = raised(staff, absence, on);
  return [
    step(factId, 1, absence.person, on, first, '我记得参加了这次学习，请核对签到。'),
    step(factId, 2, postHolder(staff, TOLD, 'deputySecretary'), answeredOn, { ...first, stage: 'answered', verdict: 'rejected', answeredOn },
      '经核对签到表和值班安排，当晚未到场，也未补学，维持原记录。可在次月底前补学。'),
  ];
}

function openObjection(staff: DemoStaff, absence: Absence, today: CivilDate): DatedFact {
  const on = addDays(today, -1);
  return step(newId(), 1, absence.person, on, raised(staff, absence, on), '当日在岗值班，未能参加，请按勤务核实。');
}

function objectionInReview(staff: DemoStaff, absence: Absence, today: CivilDate): DatedFact[] {
  const factId = newId();
  const [on, answeredOn, appealedOn] = [addDays(today, -9), addDays(today, -6), addDays(today, -2)];
  const first = raised(staff, absence, on);
  const answered: Objection = { ...first, stage: 'answered', verdict: 'rejected', answeredOn };
  return [
    step(factId, 1, absence.person, on, first, '当晚参加专项行动，未能到场，应按勤务免计。'),
    step(factId, 2, postHolder(staff, TOLD, 'deputySecretary'), answeredOn, answered, '专项行动名单中未见本人，维持原记录。'),
    step(factId, 3, absence.person, appealedOn, { ...answered, stage: 'appealed', appealedOn }, '名单后来有调整，附调整通知，请机关党委复核。'),
  ];
}
