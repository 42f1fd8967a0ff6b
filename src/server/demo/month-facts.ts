import { addDays, addMonths, type CivilDate, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { monthReader, pinOf } from '#server/months/pinned-points.ts';
import { branchMonth } from '#server/months/self-check-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { hashOfGrounds, type Known, knownAt } from '#server/points/known-reads.ts';
import { chance } from './chance.ts';
import { type DatedFact, recordDated } from './dated-facts.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import type { DemoYear } from './writer.ts';

type Statement = FactState<'statement'>;
type SelfCheck = FactState<'selfCheck'>;

/** The branch whose people a visitor signs in as; its months are written whole, those of others only as far as lists show them. */
const TOLD = 'A118';
/** Every third branch has filed the month that is being worked. */
const FILED_EVERY = 3;

const calendar = workingCalendar(publishedYears);
const workdayOf = (period: Period, n: number): CivilDate => workingDaysAfter(calendar, lastOfMonth(period), n).day;

/**
 * The months of the year so far: all but the last two are locked, the one before the current is being filed. Statements
 * were confirmed, one objection was upheld and one rejected.
 */
export async function writeMonths(call: Call, staff: DemoStaff, scheme: Scheme, { first, today }: DemoYear): Promise<void> {
  const working = addMonths(today.slice(0, 7), -1);
  const seq = (await call.tx.one<{ seq: number }>(sql`SELECT max(seq) AS seq FROM fact_log`))?.seq ?? 0;
  const known = await knownAt(call.tx, seq);
  const facts: DatedFact[] = [];
  const closed: Period[] = [];
  for (let period = first.slice(0, 7); period < working; period = addMonths(period, 1)) closed.push(period);
  for (const [at, period] of closed.entries()) facts.push(...closedMonth(staff, known, scheme, period, closed.length - at));
  if (working >= first.slice(0, 7)) facts.push(...filedSoFar(staff, known, working, today));
  const happened = facts.filter(({ on }) => on <= today);
  // A fact is written once in a call: its later versions follow.
  for (const version of [1, 2, 3]) await recordDated(call, happened.filter((it) => (it.version ?? 1) === version));
}

/** @param ago how many months were locked since, this one counted. */
function closedMonth(staff: DemoStaff, known: Known, scheme: Scheme, period: Period, ago: number): DatedFact[] {
  const filing = filingOf(scheme);
  const office = postHolder(staff, 'A102', 'organiser');
  const on = workdayOf(period, filing.lock);
  const closing: DatedFact = {
    by: office, on, fact: { kind: 'closing', state: { organisation: idOf(staff.organisation, 'A'), window: period, stage: 'closed', asOfSeq: known.seq } },
  };
  const checked = selfCheckFacts(staff, known, TOLD, period, workdayOf(period, 2), 'locked');
  return [closing, ...checked, ...statementFacts(staff, known, period, on, filing.objectionDays, ago)];
}

function statementFacts(staff: DemoStaff, known: Known, period: Period, on: CivilDate, objectionDays: number, ago: number): DatedFact[] {
  const month = monthReader(known, period);
  const next = chance(Number(period.slice(5)));
  const office = postHolder(staff, 'A102', 'organiser');
  const members = staff.people.filter((it) => it.branch === TOLD && it.stage !== 'none');
  return members.flatMap(({ number }, at) => {
    const person = idOf(staff.person, number);
    const { grounds, ...numbers } = month.of(person);
    const pin = pinOf(month, known, period, grounds);
    if (!pin) return [];
    const issued: Statement = {
      person, organisation: idOf(staff.organisation, TOLD), period, ...numbers, ...pin, issuedOn: on, objectUntil: workingDaysAfter(calendar, on, objectionDays).day,
      stage: 'issued', disputed: null, verdict: null, answered: null, movedOn: on,
    };
    const told: Told = { factId: newId(), issued, next: 1 };
    const first: DatedFact = { by: office, on, fact: { kind: 'statement', factId: told.factId, state: issued } };
    // The last of the members is the one a visitor signs in as.
    if (at === members.length - 1 && ago === 1) return [first, ...objection(staff, told, 'upheld')];
    if (at === members.length - 2 && ago === 2) return [first, ...objection(staff, told, 'rejected')];
    return next() < 0.7 ? [first, moved(told, { stage: 'confirmed' }, addDays(on, 1), person)] : [first];
  });
}

interface Told {
  readonly factId: string;
  readonly issued: Statement;
  next: number;
}

function moved(told: Told, change: Partial<Statement>, on: CivilDate, by: string | null, words?: string): DatedFact {
  told.next += 1;
  return { by, on, version: told.next, fact: { kind: 'statement', factId: told.factId, text: words === undefined ? undefined : { words }, state: { ...told.issued, ...change, movedOn: on } } };
}

function objection(staff: DemoStaff, told: Told, verdict: 'upheld' | 'rejected'): DatedFact[] {
  const { person, issuedOn } = told.issued;
  const deputy = postHolder(staff, TOLD, 'deputySecretary');
  const answer = verdict === 'upheld' ? '经核实，参加志愿服务未登记，情况属实，由内勤补录。' : '经核实，该次活动当日未参加，也未补学，维持原记录。';
  return [
    moved(told, { stage: 'objected' }, addDays(issuedOn, 1), person, verdict === 'upheld' ? '当月参加社区志愿服务一次，没有登记。' : '有一次学习我参加了，没有计入。'),
    moved(told, { stage: 'answered', verdict, answered: 'onTime' }, workingDaysAfter(calendar, issuedOn, 3).day, deputy, answer),
  ];
}

function selfCheckFacts(staff: DemoStaff, known: Known, branch: string, period: Period, on: CivilDate, stage: 'submitted' | 'locked' | 'returned'): DatedFact[] {
  const organisation = idOf(staff.organisation, branch);
  const { version: { scheme }, grounds, aspects } = branchMonth(known, organisation, period);
  const state: SelfCheck = {
    organisation, period, stage: 'submitted', items: aspects.flatMap(({ items }) => items).map(({ id, value }) => ({ item: id, mark: value })), total: grounds.value,
    scheme: scheme.id, schemeVersion: scheme.version, evaluator: EVALUATOR, asOfSeq: known.seq, date: lastOfMonth(period), groundsHash: hashOfGrounds(grounds),
    filedOn: on, filed: 'onTime', returned: [], seconds: 70 + (organisation.charCodeAt(0) % 60),
  };
  const factId = newId();
  const filed: DatedFact = { by: postHolder(staff, branch, 'secretary'), on, fact: { kind: 'selfCheck', factId, state } };
  if (stage === 'submitted') return [filed];
  const item = state.items[0]?.item ?? '';
  const back = stage === 'returned';
  return [filed, {
    by: postHolder(staff, 'A102', 'organiser'), on: addDays(on, 3), version: 2,
    fact: { kind: 'selfCheck', factId, text: back ? { reasons: { [item]: '请补充本月第一议题的会议记录。' } } : undefined, state: { ...state, stage, returned: back ? [item] : [] } },
  }];
}

/** The month that is being worked: some have filed, one came back, the branch of the visitor has not. */
function filedSoFar(staff: DemoStaff, known: Known, period: Period, today: CivilDate): DatedFact[] {
  const on = workdayOf(period, 2);
  return staff.branches.filter((it, at) => it.number !== TOLD && at % FILED_EVERY === 0)
    .flatMap(({ number }, at) => selfCheckFacts(staff, known, number, period, on < today ? on : today, at === 1 ? 'returned' : 'submitted'));
}
