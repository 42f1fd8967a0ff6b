import { foundOrganisation } from '#domain/orgs/contract.ts';
import * as circulars from '#domain/spot-checks/circular-contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import * as problems from '#domain/spot-checks/problem-contract.ts';
import * as sheets from '#domain/spot-checks/sheet-contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const terms = { share: 2500, quarters: 3 };

/** A committee that nobody has drawn for, with one branch. */
async function committee(bench: Bench): Promise<string> {
  const found = async (category: '611' | '631', parent: string): Promise<string> => {
    const number = `X${bench.next()}`;
    return (await bench.as('fangmin').call(foundOrganisation, { category, number, name: `中共示例市公安局${number}`, shortName: number, founded: '2026-01-01', parent })).id;
  };
  const organisation = await found('611', bench.on('organs'));
  await found('631', organisation);
  return organisation;
}

const published = async (bench: Bench): Promise<{ draw: string }> => {
  const organisation = await committee(bench);
  return { draw: (await bench.as('fangmin').call(draws.publishDraw, { organisation, ...terms })).draw };
};

const witnessed = async (bench: Bench): Promise<{ draw: string }> => {
  const { draw } = await published(bench);
  await bench.as('fangmin').call(draws.giveDrawWord, { draw, word: '海棠' });
  await bench.as('shenyi').call(draws.giveDrawWord, { draw, word: '春风' });
  return { draw };
};

/** The draw of the committee to which the branches of the cast belong, made when it is asked for first. */
async function ofOrgans(bench: Bench): Promise<{ draw: string }> {
  const organisation = bench.on('organs');
  const { items } = await bench.as('fangmin').call(draws.listDraws, {});
  const there = items.find((it) => it.organisation.id === organisation);
  return { draw: there?.draw ?? (await bench.as('fangmin').call(draws.publishDraw, { organisation, ...terms })).draw };
}

const hash = '0'.repeat(64);
const day = '2026-11-16';
const judgesOf = (bench: Bench): string[] => [bench.person('fangmin'), bench.person('shenyi')];

/** The detention branch drawn for a quarter of a year far off that nobody used before. */
async function drawnFor(bench: Bench): Promise<{ draw: string; organisation: string }> {
  const organisation = bench.on('detention');
  const { factId } = await bench.bureau.within((call) => recordFact(call, { kind: 'draw', text: { list: '', words: [], said: '' }, state: {
    organisation: bench.on('organs'), window: `${2101 + bench.next()}-Q1`, stage: 'drawn', ...terms, list: [{ organisation, stratum: 'office', last: null }], items: [{ item: 'brandEffect', marked: true }],
    listHash: hash, words: [], seed: hash, drawn: [{ organisation, because: 'waited' }] } }));
  return { draw: factId, organisation };
}

/** A quarter whose sheets are all confirmed, because nobody had to be checked. */
async function drawnWithout(bench: Bench): Promise<string> {
  const { factId } = await bench.bureau.within((call) => recordFact(call, { kind: 'draw', text: { list: '', words: [], said: '' }, state: {
    organisation: bench.on('organs'), window: `${2101 + bench.next()}-Q1`, stage: 'drawn', ...terms, list: [{ organisation: bench.on('detention'), stratum: 'office', last: null }], items: [{ item: 'brandEffect', marked: true }],
    listHash: hash, words: [], seed: hash, drawn: [] } }));
  return factId;
}

/** A sheet of the detention branch at a stage of its way, filled in by the secretary of the organs' committee. */
async function sheetAt(bench: Bench, stage: FactState<'checkSheet'>['stage']): Promise<{ sheet: string; version: number }> {
  const [first = '', second = ''] = judgesOf(bench);
  const { factId, version } = await bench.bureau.within((call) => recordFact(call, { kind: 'checkSheet', text: { problems: [] }, state: {
    organisation: bench.on('detention'), draw: newId(), window: '2026-Q4', day, judges: [first, second], stage, markedBy: stage === 'planned' ? null : second,
    confirmedBy: stage === 'planned' || stage === 'marked' ? null : first, problems: [],
    items: [{ item: 'brandEffect', why: 'marked', full: 400, computed: null, selfMark: null, selfFull: null, checked: stage === 'planned' ? null : 300, asked: 5 }],
    scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: day, groundsHash: hash } }));
  return { sheet: factId, version };
}

async function problemAt(bench: Bench, stage: FactState<'problem'>['stage']): Promise<{ problem: string; version: number }> {
  const { factId, version } = await bench.bureau.within((call) => recordFact(call, { kind: 'problem', text: { what: '会议记录缺议题', measures: '', said: '' }, state: {
    organisation: bench.on('detention'), sheet: null, item: null, day, until: '2026-12-16', stage, finders: judgesOf(bench), closedOn: null } }));
  return { problem: factId, version };
}

/** A team that was formed for a draw, as the office would form it. */
async function plannedSheet(bench: Bench): Promise<{ sheet: string; version: number }> {
  return bench.as('fangmin').call(sheets.planSheet, { ...(await drawnFor(bench)), day: '2026-11-20', judges: judgesOf(bench) });
}

const marks = [{ item: 'brandEffect', checked: 300, asked: 5, reason: '', looked: '抽问 5 人' }];

/** The 联系点 of somebody new, without an end. */
async function heldRecusal(bench: Bench): Promise<{ recusal: string; version: number }> {
  const input = { organisation: bench.on('detention'), person: await bench.newPerson(), because: 'contact' as const, from: '2026-01-01', to: null, reason: '局领导联系点' };
  return { ...(await bench.as('fangmin').call(sheets.declareRecusal, input)), version: 1 };
}

export const spotCheckRequests: readonly Asked[] = [
  asking(draws.listDraws, 'luojian', () => ({ year: 2026 })),
  asking(draws.readDraw, 'luojian', ofOrgans),
  asking(draws.exportDrawProof, 'luojian', ofOrgans),
  asking(draws.readDrawForm, 'fangmin', (bench) => ({ organisation: bench.on('organs') })),
  asking(draws.publishDraw, 'fangmin', async (bench) => ({ organisation: await committee(bench), ...terms })),
  asking(draws.giveDrawWord, 'shenyi', async (bench) => ({ ...(await published(bench)), word: '海棠' })),
  asking(draws.carryOutDraw, 'fangmin', witnessed),
  asking(draws.voidDraw, 'fangmin', async (bench) => ({ ...(await published(bench)), reason: '名单有误' })),
  asking(sheets.readTeamForm, 'fangmin', drawnFor),
  asking(sheets.planSheet, 'fangmin', async (bench) => ({ ...(await drawnFor(bench)), day: '2026-11-20', judges: judgesOf(bench) })),
  asking(sheets.changeTeam, 'fangmin', async (bench) => ({ ...(await plannedSheet(bench)), day: '2026-11-21', judges: judgesOf(bench).toReversed() })),
  asking(sheets.listRecusals, 'fangmin', () => ({})),
  asking(sheets.endRecusal, 'fangmin', async (bench) => ({ ...(await heldRecusal(bench)), to: '2026-12-31' })),
  asking(sheets.declareRecusal, 'fangmin', async (bench) => ({ organisation: bench.on('detention'), person: await bench.newPerson(), because: 'contact' as const, from: day, to: null, reason: '局领导联系点' })),
  asking(sheets.listSheets, 'luojian', () => ({})),
  asking(sheets.readSheet, 'luojian', async (bench) => ({ sheet: (await sheetAt(bench, 'sent')).sheet })),
  asking(sheets.markSheet, 'fangmin', async (bench) => ({ ...(await sheetAt(bench, 'planned')), marks, problems: [], opinion: '总体较好' })),
  asking(sheets.confirmSheet, 'fangmin', (bench) => sheetAt(bench, 'marked')),
  asking(sheets.sendFeedback, 'fangmin', (bench) => sheetAt(bench, 'confirmed')),
  asking(sheets.signFeedback, 'luojian', async (bench) => ({ ...(await sheetAt(bench, 'sent')), remark: '照此整改' })),
  asking(problems.listProblems, 'luojian', () => ({})),
  asking(problems.readProblem, 'luojian', async (bench) => ({ problem: (await problemAt(bench, 'opened')).problem })),
  asking(problems.openProblem, 'luojian', (bench) => ({ organisation: bench.on('detention'), item: null, what: '党小组会记录不全', until: '2026-12-20' })),
  asking(problems.reportProblem, 'luojian', async (bench) => ({ ...(await problemAt(bench, 'opened')), measures: '已补齐议题', apply: true })),
  asking(problems.recheckProblem, 'fangmin', async (bench) => ({ ...(await problemAt(bench, 'applied')), verdict: 'close' as const, reason: '' })),
  asking(circulars.readCircular, 'fangmin', ofOrgans),
  asking(circulars.issueCircular, 'fangmin', async (bench) => ({ draw: await drawnWithout(bench), reason: '' })),
];
