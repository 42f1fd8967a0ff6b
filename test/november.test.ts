import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { readSelfCheck, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { type HandLine, handSheet } from '#test/november/hand-sheet.ts';
import type { AtWork } from '#test/november/live.ts';
import { novemberOfThree, secretaryOf } from '#test/november/november-of-three.ts';
import { CRIMINAL, DETENTION, SIGNALS } from '#test/november/people.ts';

/**
 * Issue 5: an empty product, organisations and roster from messy tables, ten months from Excel, November by the forms, and the
 * self-check of November of three branches against sheets worked by hand (`test/november/*.csv`) from C.1 of the sample
 * scheme and from what the branches did: every item, every aspect and the total to the hundredth, with what was counted.
 * One branch is judged by its whole year, one from July on, one from November on.
 */
let work: AtWork;
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });
beforeAll(async () => { work = await novemberOfThree(); });
afterAll(() => work.bureau.drop());

const branches = [[DETENTION, 'detention'], [CRIMINAL, 'criminal'], [SIGNALS, 'signals']] as const;
const everyNode = (node: Grounds): Grounds[] => [node, ...node.children.flatMap(everyNode)];
const nodesOf = (grounds: Grounds | null): ReadonlyMap<string, Grounds> => new Map((grounds === null ? [] : everyNode(grounds)).map((node) => [node.id, node]));
const secretary = (branch: string) => work.bureau.as(secretaryOf[branch] ?? '');
const november = async (branch: string): Promise<SelfCheckView> => (await secretary(branch)).call(readSelfCheck, { organisation: work.ids.organisation(branch), period: '2026-11' });

const WHOLE = 10_000;
/** What a figure counts, in the terms of the sheet: windows and ballots are carried in hundredths of a percent, attendances in hundredths. */
function countsOf({ how, children }: Grounds): readonly [part: number, whole: number] | null {
  const chosen = how.kind === 'choose' ? children.find(({ id }) => id === how.chosen) : undefined;
  if (chosen) return countsOf(chosen);
  if (how.kind === 'share') return [how.creditHundredths / 100, how.expected];
  if (how.kind !== 'measured') return null;
  const unit = how.whole >= WHOLE && how.whole % WHOLE === 0 ? WHOLE : ['hoursMet', 'attendanceRate'].includes(how.of) ? 1 : how.of === 'share' || how.of === 'mark' ? 100 : 1;
  return [how.part / unit, how.whole / unit];
}
const written = ({ part, whole }: HandLine): readonly [number, number] | null => (part === '' ? null : [Number(part), Number(whole)]);

describe.each(branches)('the November of %s', (branch, file) => {
  const sheet = handSheet(file);
  const items = sheet.filter(({ clause }) => /^\d\.\d$/.test(clause));

  it('has each item, each aspect and the total of the sheet worked by hand', async () => {
    const { total, aspects, grounds } = await november(branch);
    const nodes = nodesOf(grounds);
    const shown = aspects.flatMap((aspect) => aspect.items.map(({ item, mark, full }) => [item, mark, mark === null ? null : full]));
    const byHand = sheet.filter(({ isItem }) => isItem);
    expect(byHand).toHaveLength(32);
    expect(shown).toEqual(byHand.map(({ id, mark, full }) => [id, mark, full]));
    const sums = sheet.filter(({ clause }) => /^\d$/.test(clause));
    expect(sums.map(({ id }) => [id, nodes.get(id)?.value ?? null])).toEqual(sums.map(({ id, mark }) => [id, mark]));
    expect(total).toBe(sheet.at(-1)?.mark);
  });

  it('counts what the sheet counts', async () => {
    const nodes = nodesOf((await november(branch)).grounds);
    const counted = items.filter((line) => written(line) !== null && nodes.has(line.id));
    const counts = (id: string) => {
      const node = nodes.get(id);
      return node ? countsOf(node) : null;
    };
    expect(counted.map(({ id }) => [id, counts(id)])).toEqual(counted.map((line) => [line.id, written(line)]));
  });

  it('is on the page of the score what it is on the sheet of the month', async () => {
    const { total, aspects } = await november(branch);
    const score = await (await secretary(branch)).call(readBranchScore, { organisation: work.ids.organisation(branch), year: 2026, day: '2026-12-01' });
    expect([score.total, score.aspects.flatMap((aspect) => aspect.items.map(({ id, value }) => [id, value]))]).toEqual([total, aspects.flatMap((aspect) => aspect.items.map(({ item, mark }) => [item, mark]))]);
  });
});

it('says of what has no mark why, and of what lacks something what that is', async () => {
  const { aspects } = await november(SIGNALS);
  const items = new Map(aspects.flatMap((aspect) => aspect.items).map((item) => [item.item, item]));
  const states = ['committeeMeetings', 'groupMeetings', 'families', 'visits', 'brandEffect', 'thinking', 'plan'].map((id) => items.get(id)?.state);
  expect(states).toEqual(['notApplicable', 'notApplicable', 'notApplicable', 'notDue', 'notDue', 'notIncluded', 'notIncluded']);
  const lacks = ['firstItem', 'mondayHeld', 'themeDays', 'records', 'missionLessons', 'brandAndMethod'].flatMap((id) => items.get(id)?.lacks.map(({ zh }) => zh) ?? []);
  expect(lacks).toEqual([
    '党员大会首要议题：11-26 支部党员大会未达要求', '缺11-30 周一集中学习', '缺11月', '会议记录完整、7 日内录入：11-09 周一集中学习未达要求', '党员信息完整：还有 1 人未达到要求',
    '11-15 勤务、专班（安保）未落实', '支部工作法：没有生效的登记',
  ]);
});

it('calls ballots too few not applicable, and not something still to come', async () => {
  const { aspects } = await november(CRIMINAL);
  expect(aspects.flatMap(({ items }) => items).find(({ item }) => item === 'satisfied')).toMatchObject({ mark: null, state: 'notApplicable' });
});
