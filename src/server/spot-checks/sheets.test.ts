import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { recordSession } from '#domain/activities/contract.ts';
import { readCircular } from '#domain/spot-checks/circular-contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import * as problems from '#domain/spot-checks/problem-contract.ts';
import * as sheets from '#domain/spot-checks/sheet-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { recordOf } from '#test/operations/bench.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
let draw: string;
let detention: string;
beforeAll(async () => {
  bureau = await testBureau();
  detention = bureau.cast.organisation.detention;
  await bureau.as('jiping').call(recordSession, recordOf(detention, '2026-11-09'));
  ({ draw } = await bureau.as('fangmin').call(draws.publishDraw, { organisation: bureau.cast.organisation.organs, share: 10_000, quarters: 3 }));
  await bureau.as('fangmin').call(draws.giveDrawWord, { draw, word: '海棠' });
  await bureau.as('shenyi').call(draws.giveDrawWord, { draw, word: '春风' });
  await bureau.as('fangmin').call(draws.carryOutDraw, { draw });
});
afterAll(() => bureau.drop());

const person = (name: keyof TestBureau['cast']['person']): string => bureau.cast.person[name];
const plan = (organisation: string, judges: readonly string[], day = '2026-11-17') => ({ draw, organisation, day, judges: [...judges] });
const read = (by: CastName, sheet: string) => bureau.as(by).call(sheets.readSheet, { sheet });
const score = async (item: string) => (await bureau.as('fangmin').call(readBranchScore, { organisation: detention, year: 2026 })).aspects.flatMap(({ items }) => items).find(({ id }) => id === item);

/** Everything as facts make it, but for some items. */
async function marksFor(sheet: string, found: Readonly<Record<string, number>> = {}) {
  const items = (await read('fangmin', sheet)).aspects.flatMap((aspect) => aspect.items);
  return items.map(({ item, markable, computed }) => ({
    item, checked: found[item] ?? (markable ? computed ?? 0 : null), asked: 3, reason: found[item] === undefined ? '' : '现场查看记录，缺两次', looked: '会议记录' }));
}

it('goes its way: team, marks, another of the team, feedback, signature; the mark then stands in the score with its sheet', async () => {
  const { sheet } = await bureau.as('fangmin').call(sheets.planSheet, plan(detention, [person('fangmin'), person('shenyi')]));
  const before = await read('fangmin', sheet);
  const items = before.aspects.flatMap((aspect) => aspect.items);
  expect(items.filter(({ why }) => why === 'marked').map(({ item }) => item)).toEqual(['vanguards', 'brandEffect']);
  const checked = items.find(({ markable, computed, why }) => markable && why !== 'marked' && (computed ?? 0) > 0);
  if (!checked?.computed) throw new Error('something of the branch has a basis');
  const found = checked.computed - 50;
  expect(await score('brandEffect')).toMatchObject({ value: null });
  const marked = await bureau.as('shenyi').call(sheets.markSheet, {
    sheet, version: before.version, marks: await marksFor(sheet, { [checked.item]: found, brandEffect: 300 }), opinion: '总体较好，学习记录须规范。',
    problems: [{ item: checked.item, what: '两次记录没有议题', until: '2026-12-15' }] });
  expect(await score(checked.item)).toMatchObject({ value: checked.computed });
  expect(await bureau.as('shenyi').refusal(sheets.confirmSheet, marked)).toBe('SheetByOther');
  expect(await bureau.as('luojian').refusal(sheets.readSheet, { sheet })).toBe('NotFound');
  const { problems: opened, ...confirmed } = await bureau.as('fangmin').call(sheets.confirmSheet, marked);
  expect(opened).toBe(1);
  expect(await score(checked.item)).toMatchObject({ value: found });
  expect(await score('brandEffect')).toMatchObject({ value: 300 });
  const grounds = JSON.stringify((await bureau.as('luojian').call(readBranchScore, { organisation: detention, year: 2026 })).grounds);
  expect(grounds).toContain(`"kind":"check","day":"2026-11-17","checked":${found},"computed":${checked.computed}`);
  expect(grounds).toContain(sheet);
  const sent = await bureau.as('shenyi').call(sheets.sendFeedback, confirmed);
  expect((await bureau.as('luojian').call(sheets.listSheets, {})).items.map((it) => it.sheet)).toEqual([sheet]);
  await bureau.as('luojian').call(sheets.signFeedback, { ...sent, remark: '照此整改' });
  expect(await read('luojian', sheet)).toMatchObject({
    stage: 'signed', markedBy: '沈奕', confirmedBy: '方敏', signed: { by: '罗建', on: '2026-11-17', remark: '照此整改' }, opinion: '总体较好，学习记录须规范。', problems: [{ what: '两次记录没有议题', stage: 'opened' }] });
  // Which items the team looked at follows from the same seed: a stranger finds them as well.
  const proof = join(tmpdir(), `zhibu-proof-${sheet}.json`);
  const saved = await bureau.as('luojian').call(draws.exportDrawProof, { draw });
  const verify = (text: string) => { writeFileSync(proof, text); return spawnSync(process.execPath, ['scripts/verify-draw.mjs', proof], { encoding: 'utf8' }); };
  const text = new TextDecoder().decode(saved as never);
  expect(verify(text)).toMatchObject({ status: 0, stderr: '' });
  expect(verify(text.replace('"brandEffect"', '"thinking"')).status).toBe(1);
  rmSync(proof);
  const circular = await bureau.as('fangmin').call(readCircular, { draw });
  expect(circular).toMatchObject({ sheets: 2, confirmed: 1 });
  expect(circular.items.map(({ organisation, drawn, change }) => [organisation.number, drawn, change])).toEqual([['A105', true, null], ['A118', true, -50]]);
});

it('a problem that a check found is put right, asked to be closed, returned, and closed by who found it', async () => {
  const { items } = await bureau.as('luojian').call(problems.listProblems, {});
  const [row] = items;
  if (!row) throw new Error('the sheet has opened a problem');
  expect(row).toMatchObject({ stage: 'opened', until: '2026-12-15', late: false, finders: expect.arrayContaining(['方敏', '沈奕']) });
  let at = await bureau.as('luojian').call(problems.reportProblem, { problem: row.problem, version: row.version, measures: '已补齐两次议题', apply: true });
  expect(await bureau.as('luojian').refusal(problems.recheckProblem, { ...at, verdict: 'close', reason: '' })).toBe('RecheckByFinder');
  expect(await bureau.as('fangmin').refusal(problems.recheckProblem, { ...at, verdict: 'return', reason: '' })).toBe('ReturnNeedsWords');
  at = await bureau.as('fangmin').call(problems.recheckProblem, { ...at, verdict: 'return', reason: '请附会议记录' });
  at = await bureau.as('jiping').call(problems.reportProblem, { ...at, measures: '记录已附', apply: true });
  at = await bureau.as('shenyi').call(problems.recheckProblem, { ...at, verdict: 'close', reason: '已复核' });
  const page = await bureau.as('luojian').call(problems.readProblem, { problem: row.problem });
  expect(page.history.map(({ stage, by }) => [stage, by])).toEqual([['closed', '沈奕'], ['applied', '季平'], ['returned', '方敏'], ['applied', '罗建'], ['opened', '方敏']]);
  expect(await bureau.as('luojian').refusal(problems.reportProblem, { ...at, measures: '再补', apply: true })).toBe('ProblemClosed');
  expect((await bureau.as('luojian').call(problems.listProblems, { open: 'yes' })).items).toEqual([]);
});

it('refuses an interested judge when the team is formed and when he marks, and writes nothing', async () => {
  const command = bureau.cast.organisation.command;
  const before = await footprint(bureau);
  // Both are at home in the branch of the command centre.
  expect(await bureau.as('fangmin').refusal(sheets.planSheet, plan(command, [person('fangmin'), person('shenyi')]))).toBe('InterestedJudge');
  expect(await bureau.as('fangmin').refusal(sheets.planSheet, plan(command, [person('luojian'), person('tangyue')]))).toBe('JudgeWithoutRole');
  expect(await bureau.as('fangmin').refusal(sheets.planSheet, plan(detention, [person('fangmin'), person('shenyi')]))).toBe('TeamStands');
  expect(await bureau.as('fangmin').refusal(sheets.planSheet, plan(bureau.cast.organisation.bureau, [person('fangmin'), person('shenyi')]))).toBe('NotDrawn');
  expect(await footprint(bureau)).toEqual(before);
});

it('takes no marks before the day, above the full mark, without a reason, or of whoever declared a recusal meanwhile', async () => {
  bureau.setNow('2027-01-11T09:00:00+08:00');
  const next = (await bureau.as('fangmin').call(draws.publishDraw, { organisation: bureau.cast.organisation.organs, share: 10_000, quarters: 3 })).draw;
  for (const name of ['fangmin', 'shenyi'] as const) await bureau.as(name).call(draws.giveDrawWord, { draw: next, word: `词语${name}` });
  await bureau.as('fangmin').call(draws.carryOutDraw, { draw: next });
  expect(await bureau.as('fangmin').refusal(sheets.planSheet, { ...plan(detention, [person('fangmin'), person('shenyi')], '2027-05-02'), draw: next })).toBe('CheckDayUnfit');
  const { sheet, version } = await bureau.as('fangmin').call(sheets.planSheet, { ...plan(detention, [person('fangmin'), person('shenyi')], '2027-01-20'), draw: next });
  const ask = async (change: Partial<Parameters<typeof body>[1]>) => body(sheet, { version, ...change });
  const before = await footprint(bureau);
  expect(await bureau.as('fangmin').refusal(sheets.markSheet, await ask({}))).toBe('CheckNotYet');
  bureau.setNow('2027-01-20T09:00:00+08:00');
  expect(await bureau.as('fangmin').refusal(sheets.markSheet, await ask({ found: { brandEffect: 401 } }))).toBe('MarkAboveFull');
  expect(await bureau.as('fangmin').refusal(sheets.markSheet, await ask({ problem: '2027-01-19' }))).toBe('ProblemDueUnfit');
  expect(await bureau.as('luojian').refusal(sheets.markSheet, await ask({}))).toBe('NotFound');
  expect(await footprint(bureau)).toEqual(before);
  const input = { organisation: detention, because: 'declared' as const, from: '2027-01-01', to: null, reason: '亲属在该支部' };
  expect(await bureau.as('fangmin').refusal(sheets.declareRecusal, { ...input, person: person('shenyi') })).toBe('RecusalByOther');
  await bureau.as('fangmin').call(sheets.declareRecusal, input);
  expect(await bureau.as('fangmin').refusal(sheets.declareRecusal, input)).toBe('RecusalHeld');
  expect(await bureau.as('fangmin').refusal(sheets.markSheet, await ask({}))).toBe('InterestedJudge');
  expect((await bureau.as('shenyi').call(sheets.readSheet, { sheet })).may.mark).toBe(true);
});

it('lists recusals for the office and their own to a team, and ends them by whoever could enter them', async () => {
  const organisation = detention;
  const contact = await bureau.as('fangmin').call(sheets.declareRecusal, { organisation, person: person('shenyi'), because: 'contact', from: '2027-01-01', to: null, reason: '局领导联系点' });
  const [own, held] = (await bureau.as('fangmin').call(sheets.listRecusals, {})).items.toSorted((one) => (one.because === 'declared' ? -1 : 1));
  expect(own).toMatchObject({ person: { name: '方敏' }, because: 'declared', reason: '亲属在该支部', mayEnd: true });
  expect(held).toMatchObject({ recusal: contact.recusal, person: { id: person('shenyi') }, because: 'contact', to: null, mayEnd: true });
  expect(await bureau.as('luojian').refusal(sheets.listRecusals, {})).toBe('NotFound');
  const end = { recusal: contact.recusal, version: 1, to: '2027-01-31' };
  const before = await footprint(bureau);
  expect(await bureau.as('luojian').refusal(sheets.endRecusal, end)).toBe('NotFound');
  expect(await bureau.as('shenyi').refusal(sheets.endRecusal, { ...end, recusal: own?.recusal ?? '' }), 'nobody takes back what another said of himself').toBe('RecusalByOther');
  expect(await bureau.as('fangmin').refusal(sheets.endRecusal, { ...end, to: '2026-12-31' })).toBe('RecusalDates');
  expect(await footprint(bureau)).toEqual(before);
  await bureau.as('fangmin').call(sheets.endRecusal, end);
  expect(await bureau.as('fangmin').refusal(sheets.endRecusal, { ...end, version: 2 })).toBe('RecusalEnded');
  expect((await bureau.as('fangmin').call(sheets.listRecusals, {})).items.find((it) => it.recusal === contact.recusal)).toMatchObject({ to: '2027-01-31', reason: '局领导联系点' });
});

async function body(sheet: string, { version, found = {}, problem }: { version: number; found?: Readonly<Record<string, number>>; problem?: string }) {
  return { sheet, version, marks: await marksFor(sheet, found), opinion: '', problems: problem === undefined ? [] : [{ item: null, what: '记录不全', until: problem }] };
}
