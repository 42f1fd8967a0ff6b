import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { firstDayOf, windowOf } from '#domain/calendar/window.ts';
import { isMarkable, type SheetItemState } from '#domain/spot-checks/sheet-rules.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { dayOfCircular, marksFromFacts } from '#server/spot-checks/circular-reads.ts';
import { keepCircular } from '#server/spot-checks/issue-circular.ts';
import { carryOutDraw, giveDrawWord } from '#server/spot-checks/carry-out-draw.ts';
import { declareRecusal } from '#server/spot-checks/declare-recusal.ts';
import { judgeCandidates } from '#server/spot-checks/judge-reads.ts';
import { confirmSheet, markSheet } from '#server/spot-checks/mark-sheet.ts';
import { recheckProblem, reportProblem } from '#server/spot-checks/move-problem.ts';
import { planSheet } from '#server/spot-checks/plan-sheet.ts';
import { publishDraw } from '#server/spot-checks/publish-draw.ts';
import { readDraw } from '#server/spot-checks/read-draws.ts';
import { listProblems } from '#server/spot-checks/read-problems.ts';
import { sendFeedback, signFeedback } from '#server/spot-checks/send-feedback.ts';
import { type Acting, by, deputy, OFFICE, officer, secretary } from './acting.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import type { DemoYear } from './writer.ts';

const COMMITTEE = 'A1';
const OPINIONS = ['学习和组织生活总体规范，议题、决议记录要更具体。', '制度落实较好，党小组会记录不够完整，请对照清单整改。', '重点工作抓得实，志愿服务覆盖面还可扩大。'] as const;
const FOUND = ['两次党小组会没有写明议题', '补学登记超过 14 日，未说明原因', '谈心谈话没有覆盖新转入党员', '主题党日记录缺主持人'] as const;
const REASON = '查看记录，与系统登记不一致，缺一次。';

/**
 * The check of last quarter from the draw to the last problem closed, and that of this quarter in the middle of its way, by
 * the same use cases as the page; each act by whoever does it, on its day.
 */
export async function writeChecks(call: Call, staff: DemoStaff, { today }: DemoYear): Promise<void> {
  const checking: Acting = { call, staff };
  const quarter = firstDayOf(windowOf('quarter', today));
  const before = firstDayOf(windowOf('quarter', addDays(quarter, -1)));
  await declareRecusal(by(checking, OFFICE, 'deputySecretary', 'organsDeputy', 'A', before), {
    organisation: idOf(staff.organisation, 'A105'), person: postHolder(staff, OFFICE, 'organiser') ?? undefined, because: 'contact', from: before, to: null, reason: '党务干部联系点' });
  const draw = await wholeCheck(checking, addDays(before, 45));
  await circular(checking, draw, addDays(quarter, 9) < today ? addDays(quarter, 9) : today);
  const start = addDays(quarter, 14) < addDays(today, -12) ? addDays(quarter, 14) : addDays(today, -12);
  if (start >= quarter) await halfCheck(checking, start, today);
}

const inspector = (checking: Acting, person: string, day: CivilDate): Call => {
  const call = by(checking, OFFICE, 'organiser', 'inspector', COMMITTEE, day);
  return { ...call, actor: { ...call.actor, person } };
};

async function drawn(checking: Acting, day: CivilDate): Promise<{ draw: string; branches: { id: string; number: string }[] }> {
  const { draw } = await publishDraw(officer(checking, day), { organisation: idOf(checking.staff.organisation, COMMITTEE), share: 2500, quarters: 3 });
  await giveDrawWord(officer(checking, addDays(day, 1)), { draw, word: '春风化雨' });
  await giveDrawWord(deputy(checking, addDays(day, 1)), { draw, word: '海晏河清' });
  await carryOutDraw(officer(checking, addDays(day, 1)), { draw });
  const { card } = await readDraw(officer(checking, addDays(day, 1)), { draw });
  return { draw, branches: card.drawn.map(({ organisation }) => organisation) };
}

/** Two who may check the branch; none where too few are left. */
async function teamFor(checking: Acting, organisation: string, day: CivilDate): Promise<readonly [string, string] | null> {
  const free = (await judgeCandidates(checking.call.tx, organisation, day)).filter(({ interest }) => interest === null);
  const [first, second] = [free[0], free.at(-1)];
  return first && second && first !== second ? [first.id, second.id] : null;
}

async function wholeCheck(checking: Acting, day: CivilDate): Promise<string> {
  const { draw, branches } = await drawn(checking, day);
  const visit = addDays(day, 9);
  for (const [at, { id, number }] of branches.entries()) {
    const team = await teamFor(checking, id, visit);
    if (team === null) continue;
    const { sheet, version } = await planSheet(officer(checking, visit), { draw, organisation: id, day: visit, judges: [...team] });
    const marked = await mark(checking, { sheet, version, judge: team[0], day: visit, at });
    const confirmed = await confirmSheet(inspector(checking, team[1], addDays(visit, 1)), marked);
    const sent = await sendFeedback(officer(checking, addDays(visit, 2)), { sheet, version: confirmed.version });
    await signFeedback(secretary(checking, number, addDays(visit, 4)), { ...sent, remark: '对照反馈意见逐条整改。' });
    await putRight(checking, { organisation: id, number, finder: team[0], day: addDays(visit, 20) });
  }
  return draw;
}

/** The circular of the quarter, issued in the second week after it. */
async function circular(checking: Acting, draw: string, day: CivilDate): Promise<void> {
  const call = officer(checking, day);
  const found = await factOf(call.tx, 'draw', draw);
  if (!found) return;
  const known = { seq: await lastSeq(call.tx), day: dayOfCircular(found.state, day) };
  const marks = await marksFromFacts(call.tx, found.state.list.map(({ organisation }) => organisation), yearOf(found.state.window), known);
  await keepCircular(call, found, { ...known, marks, reason: '' });
}


/** Drawn this quarter: one sheet waits for its signature, one for its second judge, the others for their day. */
async function halfCheck(checking: Acting, day: CivilDate, today: CivilDate): Promise<void> {
  const { draw, branches } = await drawn(checking, day);
  let formed = 0;
  for (const [at, { id }] of branches.entries()) {
    const visit = formed < 2 ? addDays(day, 8) : addDays(today, 3);
    const team = formed < 5 ? await teamFor(checking, id, visit) : null;
    if (team === null) continue;
    const { sheet, version } = await planSheet(officer(checking, visit < today ? visit : today), { draw, organisation: id, day: visit, judges: [...team] });
    formed += 1;
    if (formed > 2) continue;
    const marked = await mark(checking, { sheet, version, judge: team[0], day: visit, at });
    if (formed === 2) continue;
    const { version: confirmed } = await confirmSheet(inspector(checking, team[1], addDays(visit, 1)), marked);
    await sendFeedback(officer(checking, addDays(visit, 2)), { sheet, version: confirmed });
  }
}

interface Marking {
  readonly sheet: string;
  readonly version: number;
  readonly judge: string;
  readonly day: CivilDate;
  readonly at: number;
}

/** What facts make, but for one item; of what only a check marks, most of it. */
async function mark(checking: Acting, { sheet, version, judge, day, at }: Marking): Promise<{ sheet: string; version: number }> {
  const call = inspector(checking, judge, day);
  // The team was formed on the day of the visit, so what facts make is what stands on the sheet.
  const items = (await factOf(call.tx, 'checkSheet', sheet))?.state.items ?? [];
  const lower = items.filter(({ computed }) => (computed ?? 0) >= 100)[at % 3];
  return markSheet(call, {
    sheet, version, opinion: OPINIONS[at % OPINIONS.length] ?? '', marks: items.map((item) => markOf(item, item === lower, at)),
    problems: [0, 1].slice(0, 1 + (at % 2)).map((more) => ({ item: lower?.item ?? null, what: FOUND[(at + more) % FOUND.length] ?? FOUND[0], until: addDays(day, 30) })),
  });
}

function markOf({ item, why, computed, full }: SheetItemState, lower: boolean, at: number) {
  const usual = !isMarkable({ why, computed, full }) ? null : computed ?? Math.max(0, (full ?? 0) - 100);
  const checked = lower && usual !== null ? Math.max(0, usual - 30 - 10 * (at % 3)) : usual;
  return { item, checked, asked: 3 + (at % 4), reason: lower ? REASON : '', looked: lower ? '会议记录、签到表' : '' };
}

/** What was found is put right and closed; the last of the year waits for the team. */
async function putRight(checking: Acting, { organisation, number, finder, day }: { organisation: string; number: string; finder: string; day: CivilDate }): Promise<void> {
  const { items } = await listProblems(officer(checking, day), { organisation, open: 'yes' });
  for (const { problem, version } of items) {
    const applied = await reportProblem(secretary(checking, number, day), { problem, version, measures: '已对照要求补正，支委会研究并明确了责任人。', apply: true });
    if (number !== 'A118') await recheckProblem(inspector(checking, finder, addDays(day, 3)), { ...applied, verdict: 'close', reason: '现场复核，已整改到位。' });
  }
}
