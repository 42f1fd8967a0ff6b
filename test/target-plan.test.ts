import { describe, expect, it } from 'vitest';
import type { Reading } from '#domain/engine/reading.ts';
import { type ItemTarget, targetOf } from '#domain/targets/item-target.ts';
import { generatedLines } from '#domain/targets/plan-lines.ts';
import { isApplicable, planItems, type PlanPlace } from '#domain/targets/plan-items.ts';
import { doneOf, planDeadlines } from '#domain/targets/plan-standing.ts';
import { standardWords } from '#domain/targets/standard-words.ts';
import { splitWords } from '#domain/targets/unit-words.ts';
import { branchYear, type BranchYear, groundsOf, items, readYear, who } from '#test/branch-year.ts';

/**
 * The year broken down for the branch of C.1: what the sample scheme asks of each item as a target, worked out here from
 * its marking rules, and what the branch has done of it by the end of the year, from what its story says.
 */
const months = '每月 1';
const quarters = '每季度 1';
const table: Readonly<Record<string, readonly [unit: string, target: number, split: string | null, due: string, done: number | null]>> = {
  firstItem: ['percent', 10_000, null, '2026-12-31', 8000],
  thinking: ['quarters', 4, quarters, '2026-12-31', 2],
  ideology: ['halves', 2, '第2季度 1、第4季度 1', '2026-12-31', 1],
  birthdayAndOath: ['percent', 10_000, null, '2026-12-31', 5000],
  mondayHeld: ['percent', 10_000, null, '2026-12-31', 9375],
  attendanceRate: ['percent', 9500, null, '2026-12-31', 8990],
  hoursMet: ['percent', 10_000, null, '2026-12-31', 8000],
  lectures: ['quarters', 4, quarters, '2026-12-31', 2],
  lecturers: ['quarters', 4, quarters, '2026-12-31', 2],
  assemblies: ['quarters', 4, quarters, '2026-12-31', 3],
  committeeMeetings: ['months', 12, months, '2026-12-31', 10],
  groupMeetings: ['months', 12, months, '2026-12-31', 9],
  themeDays: ['months', 12, months, '2026-12-31', 10],
  // Before the meeting, the meeting, the ballots, the list: each once, and two of them done.
  lifeAndAppraisal: ['times', 4, '第4季度 4', '2026-12-31', 2],
  heartTalks: ['percent', 10_000, null, '2026-12-31', 3750],
  // A term in force and posts filled; the posts were not.
  termAndPosts: ['times', 2, '第4季度 2', '2026-12-31', 1],
  duesPaid: ['percent', 10_000, null, '2026-12-31', 9455],
  visits: ['percent', 10_000, null, '2026-12-31', 5000],
  volunteers: ['percent', 10_000, null, '2026-12-31', 6667],
  satisfied: ['percent', 10_000, null, '2026-12-31', 9200],
  warning: ['quarters', 4, quarters, '2026-12-31', 2],
  reminders: ['percent', 10_000, null, '2026-12-31', 6667],
  obeying: ['cases', 0, null, '2026-12-31', 1],
  // Handed in by 31 January, everybody named by the end of February.
  plan: ['times', 2, '第1季度 2', '2026-02-28', 1],
  selfChecks: ['months', 12, months, '2026-12-31', 9],
  records: ['percent', 10_000, null, '2026-12-31', 8657],
  pointsWork: ['percent', 10_000, null, '2026-12-31', 7500],
  missionLessons: ['percent', 10_000, null, '2026-12-31', 5000],
  vanguards: ['percent', 10_000, null, '2026-12-31', 6667],
  families: ['percent', 10_000, null, '2026-12-31', 5000],
  brandAndMethod: ['times', 2, '第4季度 2', '2026-12-31', 1],
  brandEffect: ['percent', 10_000, null, '2026-12-31', 6667],
};

const placeOf = (reading: Reading, organisation: string): PlanPlace => ({ reading, organisation, year: 2026 });
const indicatorsOf = (reading: Reading) => {
  const total = reading.book.forWindow('2026')?.scheme.indicators;
  if (!total) throw new Error('the sample scheme has indicators');
  return total;
};
const shown = ({ unit, target, split, due }: ItemTarget, done: number | null) => [unit, target, splitWords(split)?.zh ?? null, due, done];

describe('the year of a branch broken down', () => {
  const year = branchYear();
  const reading = readYear(year);
  const all = planItems(indicatorsOf(reading));

  it('has every item of the sample scheme', () => {
    expect(items.map(({ id }) => id)).toEqual(Object.keys(table));
    expect(all.map(({ node }) => node.id)).toEqual(Object.keys(table));
  });

  for (const { node } of all) {
    it(`asks of ${node.id} what the scheme asks, and counts what is done of it`, () => {
      const place = placeOf(reading, year.branchA);
      expect(shown(targetOf(place, node), doneOf(place, node, itemIn(year, node.id), true))).toEqual(table[node.id]);
    });
  }

  it('says in a few words what is to be reached', () => {
    const place = placeOf(reading, year.branchA);
    const said = (id: string) => all.filter(({ node }) => node.id === id).map(({ node }) => standardWords(place, node))[0];
    expect(said('themeDays')).toEqual({ zh: '每月至少 1 次', en: 'at least 1 a month' });
    expect(said('groupMeetings')?.zh).toBe('各党小组每月至少 1 次');
    expect(said('lectures')?.zh).toBe('每季度党课：每季度至少 1 次');
    expect(said('attendanceRate')?.zh).toBe('参学率达到 95%');
    expect(said('obeying')?.zh).toBe('不发生“党纪处理”情形');
    expect(said('plan')).toEqual({ zh: '年度任务分解按时上报（1月31日前）、责任人和时限落实（2月底前）', en: 'Plan filed in time (by 01-31), Every item with somebody and a day (by 02-29)' });
    expect(said('missionLessons')?.zh).toBe('逐件在事前 30 天内落实');
    for (const { node } of all) expect(Object.values(standardWords(place, node)).every((text) => text.length > 0), node.id).toBe(true);
  });

  it('is due when the scheme says', () => {
    expect(planDeadlines(indicatorsOf(reading), 2026)).toEqual({ filing: '2026-01-31', assigning: '2026-02-28' });
  });
});

describe('the lines that one click makes', () => {
  it('name whoever holds the post of which the scheme speaks, and nobody where it is vacant', () => {
    const year = branchYear();
    const reading = readYear(year, '2026-01-10');
    const lines = generatedLines(placeOf(reading, year.branchA), planItems(indicatorsOf(reading)), []);
    const of = (item: string) => lines.find((line) => line.item === item)?.responsible;
    expect(lines.map(({ item }) => item)).toEqual(Object.keys(table));
    expect([of('firstItem'), of('mondayHeld'), of('themeDays'), of('warning')]).toEqual([who(year, 1), who(year, 3), who(year, 2), who(year, 4)]);
    expect(of('visits'), 'no deputy').toBeNull();
    expect(of('plan'), 'the item speaks of another post than its aspect').toBe(who(year, 1));
    const autumn = readYear(year, '2026-10-10');
    expect(generatedLines(placeOf(autumn, year.branchA), planItems(indicatorsOf(autumn)), []).find(({ item }) => item === 'mondayHeld')?.responsible, 'vacant since July').toBeNull();
  });

  it('leave out what asks for a body that is not there', () => {
    const year = branchYear();
    const reading = readYear(year, '2026-01-10');
    const place = placeOf(reading, year.branchB);
    const left = planItems(indicatorsOf(reading)).filter(({ node }) => !isApplicable(place, node)).map(({ node }) => node.id);
    expect(left).toEqual(['committeeMeetings', 'groupMeetings']);
    expect(generatedLines(place, planItems(indicatorsOf(reading)), []).map(({ item }) => item)).toEqual(Object.keys(table).filter((item) => !left.includes(item)));
  });

  it('keep what was written, whatever the scheme would say', () => {
    const year = branchYear();
    const reading = readYear(year, '2026-01-10');
    const written = { item: 'themeDays', unit: 'months' as const, target: 10, split: [0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1], responsible: who(year, 5), due: '2026-11-30' };
    expect(generatedLines(placeOf(reading, year.branchA), planItems(indicatorsOf(reading)), [written]).find(({ item }) => item === 'themeDays')).toEqual(written);
  });
});

function itemIn(year: BranchYear, item: string) {
  const found = groundsOf(readYear(year), year.branchA).children.flatMap(({ children }) => children).find(({ id }) => id === item);
  if (!found) throw new Error(`no item ${item}`);
  return found;
}
