import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as reviews from '#domain/evaluations/contract.ts';
import * as results from '#domain/evaluations/result-contract.ts';
import { readObjectionStatistics } from '#domain/objections/contract.ts';
import { listObjections } from '#domain/objections/list-contract.ts';
import { enterPerson, transferPerson } from '#domain/people/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { asProposed, grading, readReview, reviewNow, seatOrganiser } from '#test/member-review.ts';
import { workedFacts } from '#test/worked-facts.ts';

let bureau: TestBureau;
/** The year of the worked example is Wen Lan's; three more members make the twenty ballots of the example possible. */
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  await seatOrganiser(bureau);
  for (const number of ['T90001', 'T90002', 'T90003']) {
    await bureau.as('fangmin').call(enterPerson, {
      number, name: '石磊', gender: null, birthDate: null, details: {}, organisation: detention(), group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01' });
  }
  bureau.setNow('2027-01-20T09:00:00+08:00');
  const holidays = [{ names: ['newYear' as const], from: '2027-01-01', to: '2027-01-03' }];
  await bureau.within((call) => recordFacts(call, [{ kind: 'calendarYear', state: { year: 2027, holidays, workdays: [] } }]));
  await bureau.within((call) => recordFacts(call, workedFacts(wenlan(), detention())));
}, 120_000);
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const wenlan = (): string => bureau.cast.person.wenlan;
const mine = async (as: 'wenlan' | 'tangyue' | 'luojian' = 'wenlan') => {
  const [first] = (await bureau.as(as).call(results.listOwnResults, {})).items;
  if (!first) throw new Error('no result');
  return first;
};

it('C.5: the worked example through the API: ballots 88.00 and 92.50 make 89.35, the year 92.12', async () => {
  const steps = [{ step: 'mobilisation', day: '2027-01-11' }, { step: 'selfReview', day: '2027-01-12' }, { step: 'peerReview', day: '2027-01-13' }];
  await bureau.as('jiping').call(reviews.keepReviewSteps, { organisation: detention(), year: 2026, version: null, steps });
  const view = await readReview(bureau);
  const rows = view.members.flatMap(({ person: { id } }) => [
    { person: id, register: 'memberBallot', counts: { excellent: 9, qualified: 10, barely: 1, unqualified: 0 } },
    { person: id, register: 'massBallot', counts: { excellent: 5, qualified: 3, barely: 0, unqualified: 0 } },
  ]);
  const papers = [{ register: 'memberBallot', issued: 22, received: 21, valid: 20 }, { register: 'massBallot', issued: 8, received: 8, valid: 8 }];
  await bureau.as('jiping').call(reviews.enterBallots, { ...(await reviewNow(bureau)), day: '2027-01-18', papers, rows });
  await bureau.as('luojian').call(reviews.scoreMemberReview, await reviewNow(bureau));
  await bureau.as('tangyue').call(reviews.scoreMemberReview, await reviewNow(bureau));
  const member = (await readReview(bureau)).members.find(({ person }) => person.id === wenlan());
  const figures = Object.fromEntries((member?.figures ?? []).map(({ part, value }) => [part, value]));
  expect(figures).toMatchObject({ discipline: 3000, study: 3646, task: 2550, memberTotal: 9396, partyBallots: 8800, massBallots: 9250, appraisal: 8935 });
  expect(member).toMatchObject({ value: 9212, proposed: 'memberExcellent', vetoes: [] });
});

describe('a member', () => {
  it('is told nothing before the approval, then his own alone', async () => {
    expect((await bureau.as('wenlan').call(results.listOwnResults, {})).items).toEqual([]);
    await bureau.as('luojian').call(reviews.gradeMembers, { ...(await reviewNow(bureau)), ...grading(bureau, asProposed(await readReview(bureau)), '2027-01-19') });
    await bureau.as('luojian').call(reviews.submitMemberReview, await reviewNow(bureau));
    await bureau.as('shenyi').call(reviews.approveMemberReview, { ...(await reviewNow(bureau)), day: '2027-01-20', document: '机关党委〔2027〕2号' });
    const it = await mine();
    expect(it).toMatchObject({ value: 9212, grade: { zh: '优秀' }, standing: 'told', deadline: '2027-01-27', document: '机关党委〔2027〕2号', may: { confirm: true, object: true, answer: false } });
    const sheet = await bureau.as('wenlan').call(results.readMemberResult, { result: it.result });
    expect([sheet.recomputes, sheet.grounds.value]).toEqual([true, 9212]);
    for (const stranger of ['jiping', 'gucheng', 'zhengqi', 'xitong'] as const) expect(await bureau.as(stranger).refusal(results.readMemberResult, { result: it.result })).toBe('NotFound');
    expect((await bureau.as('luojian').call(results.readMemberResult, { result: it.result })).value).toBe(9212);
    expect((await bureau.as('luojian').call(results.listResultsOfReview, { review: (await reviewNow(bureau)).review })).items).toHaveLength(23);
    expect(await bureau.as('wenlan').refusal(results.listResultsOfReview, { review: (await reviewNow(bureau)).review })).toBe('NotAllowed');
  });

  it('confirms once, or objects, which the office answers; upheld, the branch decides anew', async () => {
    const { result, version } = await mine('tangyue');
    const key = 'confirm-result-00000001';
    const first = await bureau.as('tangyue').call(results.confirmResult, { result, version }, { key });
    expect(await bureau.as('tangyue').call(results.confirmResult, { result, version }, { key })).toEqual(first);
    expect(await bureau.as('tangyue').refusal(results.objectToResult, { result, version: first.version, words: '请再核实' })).toBe('ResultSettled');
    expect(await bureau.as('luojian').refusal(results.confirmResult, { result, version: first.version })).toBe('NotFound');

    const his = await mine('luojian');
    const { version: objected } = await bureau.as('luojian').call(results.objectToResult, { result: his.result, version: his.version, words: '岗位履职第四季度漏评' });
    const answer = { result: his.result, version: objected, verdict: 'upheld' as const, words: '情况属实，请支部重新评定' };
    expect(await bureau.as('tangyue').refusal(results.answerResult, answer)).toBe('NotAllowed');
    const ledger = () => bureau.within(({ tx }) => tx.many(sql`SELECT id FROM ledger_entry ORDER BY id`));
    const before = await ledger();
    await bureau.as('fangmin').call(results.answerResult, answer);
    expect(await ledger(), 'an answer posts no number (A-12)').toEqual(before);
    expect(await bureau.as('fangmin').refusal(results.answerResult, answer)).toBe('ResultNotDisputed');
    expect(await readReview(bureau)).toMatchObject({ stage: 'returned', returned: '情况属实，请支部重新评定', approvedOn: null });

    await bureau.as('luojian').call(reviews.gradeMembers, { ...(await reviewNow(bureau)), ...grading(bureau, asProposed(await readReview(bureau)), '2027-01-20') });
    await bureau.as('luojian').call(reviews.submitMemberReview, await reviewNow(bureau));
    const { told } = await bureau.as('shenyi').call(reviews.approveMemberReview, { ...(await reviewNow(bureau)), day: '2027-01-20', document: '机关党委〔2027〕3号' });
    expect(told, 'only he who had objected is told again').toBe(1);
    expect((await mine('luojian')).history.map(({ standing, words }) => [standing, words])).toEqual([
      ['told', ''], ['objected', '岗位履职第四季度漏评'], ['answered', '情况属实，请支部重新评定'], ['told', ''],
    ]);
    expect((await mine('tangyue')).standing).toBe('confirmed');
  });

  it('A-12: an upheld objection changes his grade within the third, by a meeting, and the grade before stays to be read', async () => {
    const his = await mine('luojian');
    const before = await readReview(bureau);
    const own = before.members.find(({ person }) => person.id === bureau.cast.person.luojian)?.grade;
    const { version } = await bureau.as('luojian').call(results.objectToResult, { result: his.result, version: his.version, words: '第四季度岗位履职应记而未记' });
    const meeting = { grade: 'memberQualified', day: '2027-01-20', minutes: '机关党委会议纪要〔2027〕4号', talkedOn: '2027-01-19' };
    const answer = { result: his.result, version, verdict: 'upheld' as const, words: '经核实，按事实改评', regrade: meeting };
    const written = async () => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log`)))?.n;
    const entries = await written();
    expect(await bureau.as('fangmin').refusal(results.answerResult, answer), 'only who approves changes a grade').toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(results.answerResult, { ...answer, regrade: { ...meeting, day: '2027-01-21' } })).toBe('DayInFuture');
    expect(await bureau.as('shenyi').refusal(results.answerResult, { ...answer, regrade: { ...meeting, grade: own ?? '' } })).toBe('GradeStays');
    expect(await bureau.as('shenyi').refusal(results.answerResult, { ...answer, regrade: { ...meeting, grade: 'memberExcellent' } })).toBe('GradeBelowThreshold');
    expect(await written(), 'a refusal leaves no row').toBe(entries);
    expect((await bureau.as('shenyi').call(listObjections, { list: 'open' })).items, 'on the desk, with its clock').toMatchObject([{ toMove: true, deadline: '2027-01-27', evaluation: { organisation: detention(), year: 2026 } }]);
    const regrading = { ...answer, regrade: { ...meeting, grade: 'memberBarely' } };
    const key = 'regrade-one-member-0001';
    const first = await bureau.as('shenyi').call(results.answerResult, regrading, { key });
    expect(await bureau.as('shenyi').call(results.answerResult, regrading, { key })).toEqual(first);
    expect(await written(), 'one version of what he was told and one of the evaluation').toBe((entries ?? 0) + 2);

    const after = await readReview(bureau);
    expect(after.stage).toBe('approved');
    expect(after.members.find(({ person }) => person.id === bureau.cast.person.luojian)).toMatchObject({ grade: 'memberBarely', reason: '经核实，按事实改评', regraded: { from: 'memberQualified', on: '2027-01-20' } });
    const others = (view: reviews.MemberReviewView) => view.members.filter(({ person }) => person.id !== bureau.cast.person.luojian);
    expect(others(after), 'nobody else moves').toEqual(others(before));
    expect(after.history.at(-1)).toMatchObject({ stage: 'approved', regraded: true });
    const told = await mine('luojian');
    expect(told).toMatchObject({ standing: 'answered', verdict: 'upheld', value: his.value, grade: { zh: '基本合格' }, regraded: { from: { zh: '合格' }, on: '2027-01-20', minutes: meeting.minutes } });
    expect(told.history.slice(-2).map(({ grade, words }) => [grade.zh, words])).toEqual([['合格', '第四季度岗位履职应记而未记'], ['基本合格', '经核实，按事实改评']]);
    expect((await bureau.as('luojian').call(results.readMemberResult, { result: his.result })).recomputes, 'the number is as it was pinned').toBe(true);

    const listed = await bureau.as('luojian').call(listObjections, { list: 'own' });
    expect(listed.items.filter(({ evaluation }) => evaluation !== null).map(({ standing, verdict, matter }) => [standing, verdict, matter])).toEqual([['decided', 'upheld', 'grade'], ['decided', 'upheld', 'grade']]);
    const { quarters } = await bureau.as('wenlan').call(readObjectionStatistics, { year: 2027 });
    expect(quarters, 'published with all others').toMatchObject([{ quarter: 1, rows: [{ matter: 'grade', raised: 2, upheld: 2, open: 0, inTime: 2 }] }]);
    await bureau.as('luojian').call(results.confirmResult, { result: told.result, version: told.version });
    expect(await mine('luojian')).toMatchObject({ standing: 'confirmed', verdict: 'upheld', may: { confirm: false } });
  });

  it('who says nothing until the last day has confirmed', async () => {
    bureau.setNow('2027-01-28T09:00:00+08:00');
    const { standing, result, version, may } = await mine();
    expect([standing, may.object]).toEqual(['silent', false]);
    expect(await bureau.as('wenlan').refusal(results.objectToResult, { result, version, words: '请再核实' })).toBe('ResultSettled');
  });
});

it('S0-31: the reference for awards names who meets the conditions, by number and without a point, to the office alone', async () => {
  const reference = await bureau.as('fangmin').call(results.readAwardReference, { year: 2026 });
  expect(reference).toMatchObject({ approved: 1, items: [{ person: { id: wenlan() }, grade: { zh: '优秀' } }] });
  expect(reference.conditions.map(({ zh }) => zh)).toEqual(['年度综合评价审定为“优秀”', '“党员积分”达到 85.00 分（第十六条）']);
  expect(JSON.stringify(reference.items)).not.toMatch(/\d{4},|value/);
  for (const name of ['luojian', 'wenlan', 'heqing', 'xitong'] as const) expect(await bureau.as(name).refusal(results.readAwardReference, { year: 2026 })).toBe('NotFound');
});

describe('a member who moves inside the bureau', () => {
  it('takes his points along; the sheet says what they were on the last day', async () => {
    const person = bureau.cast.others[0] ?? '';
    expect(await bureau.as('luojian').refusal(results.readTransferSheet, { person, year: 2027 })).toBe('NotTransferred');
    await bureau.as('fangmin').call(transferPerson, { person, version: 1, organisation: bureau.cast.organisation.command, group: null, stage: 'full', staffKind: 'officer', from: '2027-01-25' });
    const sheet = await bureau.as('luojian').call(results.readTransferSheet, { person, year: 2027 });
    expect(sheet.transfers).toMatchObject([{ day: '2027-01-25', from: { name: '看守所党支部' }, to: { name: '指挥中心党支部' } }]);
    expect(sheet.transfers[0]?.parts.find(({ part }) => part === 'discipline')?.value, 'the base is that of the year').toBe(3000);
    expect(sheet.transfers[0]?.groundsHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await bureau.as('gucheng').call(results.readTransferSheet, { person, year: 2027 })).transfers).toEqual(sheet.transfers);
    for (const stranger of ['wenlan', 'zhengqi', 'xitong'] as const) expect(await bureau.as(stranger).refusal(results.readTransferSheet, { person, year: 2027 })).toBe('NotFound');
  });

  it('is evaluated once, by the branch where he was on the last day of the year', async () => {
    const person = bureau.cast.others[0] ?? '';
    expect((await readReview(bureau)).members.some((it) => it.person.id === person)).toBe(true);
    const command = await bureau.as('gucheng').call(reviews.readMemberReview, { organisation: bureau.cast.organisation.command, year: 2026 });
    expect(command.members.some((it) => it.person.id === person)).toBe(false);
  });
});

it('nobody approves or returns the evaluation of his own branch', async () => {
  const { command } = bureau.cast.organisation;
  await bureau.as('gucheng').call(reviews.keepReviewSteps, { organisation: command, year: 2026, version: null, steps: [] });
  const { review, version } = await bureau.as('gucheng').call(reviews.readMemberReview, { organisation: command, year: 2026 });
  const about = { review: review ?? '', version: version ?? 0 };
  expect(await bureau.as('shenyi').refusal(reviews.approveMemberReview, { ...about, day: '2027-01-20', document: '机关党委〔2027〕4号' })).toBe('OwnBranch');
  expect(await bureau.as('fangmin').refusal(reviews.returnMemberReview, { ...about, reason: '请核实' })).toBe('OwnBranch');
});
