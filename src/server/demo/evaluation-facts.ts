import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { type MemberReview, participants, placesIn } from '#domain/evaluations/grading-rules.ts';
import { memberResultIn, membersOfYear, upToOf } from '#domain/evaluations/members-year.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { lastSeq, type MemberRow, membersAt } from '#server/points/points-reads.ts';
import { type DatedFact, recordDated } from './dated-facts.ts';
import { type RegisterWriter, entryFacts } from './register-entry.ts';
import { ballotsOf, MASS_PAPERS, papersOf } from './register-facts.ts';
import { type DemoStaff, idOf, postHolder } from './staff.ts';
import type { DemoYear } from './writer.ts';

const calendar = workingCalendar(publishedYears);
/** How far the branches are with last year, the one whose people a visitor signs in as first. */
const LAST_YEAR: readonly MemberReview['stage'][] = ['approved', 'approved', 'approved', 'approved', 'submitted', 'returned', 'graded'];
const TOLD = 'A118';
/** The branch that has counted this year's ballots already, and waits for somebody to check them. */
const COUNTED = 'A117';
const OFFICE = 'A102';

/** 党员年度综合评价: last year approved in several branches, in hand in others; this year begun, with the ballots of one branch typed in. */
export async function writeEvaluations(call: Call, staff: DemoStaff, scheme: Scheme, { first, today, behind }: DemoYear): Promise<void> {
  const last = yearOf(first);
  const facts: DatedFact[] = [];
  if (today > `${last + 1}-02-10`) facts.push(...(await lastYear(call, staff, scheme, last)));
  if (today > `${last + 1}-11-20`) {
    const writer: RegisterWriter = { staff, registers: scheme.registers, next: () => 0, year: { first, today, behind }, courses: new Map() };
    facts.push(...(await thisYear(call, writer, last + 1, today)));
  }
  for (const version of [1, 2]) await recordDated(call, facts.filter((it) => (it.version ?? 1) === version));
}

async function lastYear(call: Call, staff: DemoStaff, scheme: Scheme, year: number): Promise<DatedFact[]> {
  const seq = await lastSeq(call.tx);
  const known = await knownAt(call.tx, seq);
  const date = `${year}-12-31`;
  const reading = read({ schemes: known.schemes, log: known.log, upTo: upToOf(year, date, seq) });
  const numbers = [TOLD, ...staff.branches.map(({ number }) => number).filter((it) => it !== TOLD)].slice(0, LAST_YEAR.length);
  const facts: DatedFact[] = [];
  for (const [at, number] of numbers.entries()) {
    const rows = await membersAt(call.tx, [idOf(staff.organisation, number)], date);
    facts.push(...reviewFacts(staff, scheme, reading, { number, rows, year, seq, stage: LAST_YEAR[at] ?? 'graded' }));
  }
  return facts;
}

interface Branch {
  readonly number: string;
  readonly rows: readonly MemberRow[];
  readonly year: number;
  readonly seq: number;
  readonly stage: MemberReview['stage'];
}

function reviewFacts(staff: DemoStaff, scheme: Scheme, reading: Reading, { number, rows, year, seq, stage }: Branch): DatedFact[] {
  const day = (month: number, date: number): CivilDate => `${year + 1}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const { result, version } = memberResultIn(reading, year);
  const [best, good] = result.grades ?? [];
  if (!best || !good) return [];
  const papers = papersOf(staff.people.filter((it) => it.branch === number));
  const deciders = (['secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer'] as const).flatMap((post) => postHolder(staff, number, post) ?? []);
  const scored = membersOfYear(reading, rows.map(({ id }) => id), year).map(({ grounds, figures, vetoes, ...one }) => ({
    ...one, figures: [...figures], vetoes: [...vetoes], groundsHash: hashOfGrounds(grounds), grade: null, talkedOn: null,
  }));
  const [chosen] = scored.filter(({ proposed }) => proposed === best.id).slice(-1);
  const lowered = number === TOLD && (placesIn(best, scored) ?? 0) > 1 ? chosen?.person : undefined;
  const members = scored.map((one) => (one.exempt !== null ? one : one.person === lowered ? { ...one, grade: good.id, talkedOn: day(1, 19) } : { ...one, grade: one.proposed ?? good.id }));
  const state: MemberReview = {
    organisation: idOf(staff.organisation, number), year, stage: stage === 'returned' ? 'submitted' : stage,
    steps: [{ step: 'mobilisation', day: day(1, 7) }, { step: 'selfReview', day: day(1, 9) }, { step: 'peerReview', day: day(1, 14) }],
    ballots: { day: day(1, 16), entitled: Math.max(papers, rows.filter((it) => it.stage === 'full').length), papers: [
      { register: 'memberBallot', issued: papers, received: papers, valid: papers }, { register: 'massBallot', issued: MASS_PAPERS, received: MASS_PAPERS, valid: MASS_PAPERS }] },
    pin: { scheme: scheme.id, schemeVersion: version.scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date: `${year}-12-31` },
    members, gradedOn: day(1, 20), deciders, approvedOn: stage === 'approved' ? day(1, 30) : null, movedOn: day(1, 30),
  };
  const reasons = Object.fromEntries(participants(members).flatMap(({ person, proposed }) => (
    person === lowered ? [[person, '两次交办任务逾期，经支委会研究评为合格。']] : proposed === null ? [[person, '本年度积分依据不足，按民主测评情况和平时表现评定。']] : [])));
  const factId = newId();
  const text = {
    minutes: `支委会〔${year + 1}〕2号`, reasons, returned: '', document: stage === 'approved' ? `机关党委〔${year + 1}〕6号` : '',
  };
  const office = postHolder(staff, OFFICE, 'secretary');
  const written: DatedFact = { by: postHolder(staff, number, 'secretary'), on: day(1, 30), fact: { kind: 'memberReview', factId, state, text } };
  if (stage === 'returned') {
    return [written, { by: office, on: day(2, 3), version: 2, fact: { kind: 'memberReview', factId, state: { ...state, stage }, text: { ...text, returned: '请补充与建议等次不同的人员的谈话情况。' } } }];
  }
  return stage === 'approved' ? [{ ...written, by: office }, ...toldFacts(office, factId, state, scheme, text)] : [written];
}

/** What each member was told; most have confirmed the next day. */
function toldFacts(by: string | null, review: string, { organisation, year, members, pin, approvedOn }: MemberReview, scheme: Scheme, { reasons, document }: { readonly reasons: Readonly<Record<string, string>>; readonly document: string }): DatedFact[] {
  if (pin === null || approvedOn === null) return [];
  return participants(members).flatMap(({ person, value, grade, groundsHash }, at): DatedFact[] => {
    if (grade === null) return [];
    const factId = newId();
    const state = {
      person, organisation, review, year, value, grade, ...pin, groundsHash, toldOn: approvedOn, objectUntil: workingDaysAfter(calendar, approvedOn, filingOf(scheme).objectionDays).day,
      stage: 'told' as const, verdict: null, movedOn: approvedOn,
    };
    const text = { reason: reasons[person] ?? '', document, words: '' };
    const told: DatedFact = { by, on: approvedOn, fact: { kind: 'memberResult', factId, state, text } };
    if (at % 4 === 3) return [told];
    const next = addDays(approvedOn, 1);
    return [told, { by: person, on: next, version: 2, fact: { kind: 'memberResult', factId, state: { ...state, stage: 'confirmed', movedOn: next }, text } }];
  });
}

/** The year has begun in two branches; one has counted, and nobody has checked yet. */
async function thisYear(call: Call, writer: RegisterWriter, year: number, today: CivilDate): Promise<DatedFact[]> {
  const { staff } = writer;
  const ago = (days: number): CivilDate => addDays(today, -days);
  const steps = [{ step: 'mobilisation', day: ago(12) }, { step: 'selfReview', day: ago(9) }, { step: 'peerReview', day: ago(6) }];
  const opened = (number: string): MemberReview => ({
    organisation: idOf(staff.organisation, number), year, stage: 'opened', steps, ballots: null, pin: null, members: [], gradedOn: null, deciders: [], approvedOn: null, movedOn: ago(5),
  });
  const here = staff.people.filter((it) => it.branch === COUNTED && it.stage !== 'none');
  const rows = await membersAt(call.tx, [idOf(staff.organisation, COUNTED)], today);
  const present = here.filter((it) => rows.some(({ id }) => id === idOf(staff.person, it.number)));
  const papers = papersOf(present);
  const named = { exempt: null, value: null, figures: [], groundsHash: '0'.repeat(64), vetoes: [], proposed: null, tied: false, grade: null, talkedOn: null };
  const balloted: MemberReview = {
    ...opened(COUNTED), stage: 'balloted', members: rows.map(({ id }) => ({ ...named, person: id })), ballots: { day: ago(2), entitled: rows.filter((it) => it.stage === 'full').length, papers: [
      { register: 'memberBallot', issued: papers, received: papers, valid: papers }, { register: 'massBallot', issued: MASS_PAPERS, received: MASS_PAPERS, valid: MASS_PAPERS }] },
  };
  const text = { minutes: '', reasons: {}, returned: '', document: '' };
  const written = ([[TOLD, opened(TOLD)], [COUNTED, balloted]] as const).map(([number, state]): DatedFact => ({ by: postHolder(staff, number, 'organiser'), on: ago(1), fact: { kind: 'memberReview', state, text } }));
  return [...ballotsOf(COUNTED, present, ago(2), ago(2).slice(0, 7)).flatMap((entry) => entryFacts(writer, entry)), ...written];
}
