import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { deliberated, type Decided } from '#domain/reviews/deliberation.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { type BranchReview, listedIn } from '#domain/reviews/review.ts';
import { proposedFor } from '#domain/reviews/scoring.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { scoreBranchNow } from '#server/reviews/score-branches.ts';
import { type DatedFact, recordDated } from './dated-facts.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import type { DemoYear } from './writer.ts';

const SCOPE = 'A1';
const OFFICE = 'A102';

/** 去年的年度考核, from opening to circular; one branch has another grade than its score proposes. What lies ahead of the demo's day is left out. */
export async function writeReview(call: Call, staff: DemoStaff, { first, today }: DemoYear): Promise<void> {
  const year = yearOf(first);
  const on = (month: number, day: number): CivilDate => `${month === 12 ? year : year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const branches = staff.branches.filter((it) => it.parent === SCOPE);
  const seq = await lastSeq(call.tx);
  const scored = [];
  for (const { number } of branches) scored.push(await scoreBranchNow({ ...call, today: on(1, 27) }, idOf(staff.organisation, number), year, seq));
  const [one] = scored;
  if (!one) return;
  const { rule: { result }, pin } = one;
  const opened: BranchReview = {
    organisation: idOf(staff.organisation, SCOPE), result: result.id, year, revision: 0, stage: 'opened', selfUntil: on(1, 27), pin: null, branches: [],
    deliberatedOn: null, notice: null, approvedOn: null, circulatedOn: null,
  };
  const proposed = proposedFor(scored.map(({ branch }) => branch), result);
  const decided = loweredOne(proposed, result.grades?.[0]?.id ?? '', result.grades?.[1]?.id ?? '');
  const judged: BranchReview = { ...opened, stage: 'deliberated', pin, branches: deliberated(proposed, result, decided, (id) => id), deliberatedOn: on(1, 29) };
  const from = on(1, 30);
  const noticed: BranchReview = { ...judged, stage: 'noticed', notice: { from, until: noticeEnd(workingCalendar(publishedYears), from).day, listed: [...listedIn(judged, result)] } };
  const approved: BranchReview = { ...noticed, stage: 'approved', approvedOn: on(2, 11) };
  const office = postHolder(staff, OFFICE, 'organiser');
  const leader = postHolder(staff, OFFICE, 'deputySecretary');
  const reasons = Object.fromEntries(decided.grades.map(({ organisation, reason }) => [organisation, reason]));
  const steps: readonly Omit<DatedFact, 'version'>[] = [
    step(office, on(12, 22), opened),
    step(office, on(1, 27), { ...opened, stage: 'scored', pin, branches: proposed }),
    step(leader, on(1, 29), judged, { minutes: `机关党委会议纪要〔${year + 1}〕2号`, reasons }),
    step(office, from, noticed),
    step(postHolder(staff, 'A101', 'secretary'), on(2, 11), approved, { approval: `市公党〔${year + 1}〕9号` }),
    step(office, on(2, 13), { ...approved, stage: 'circulated', circulatedOn: on(2, 13) }, { circular: `市公机党〔${year + 1}〕12号` }),
  ];
  const day = on(1, 27);
  const selves = scored.map(({ branch: { organisation, score, groundsHash } }, at): DatedFact => ({
    by: postHolder(staff, branches[at]?.number ?? '', 'secretary'), on: day, fact: {
      kind: 'selfReview', text: { remark: at % 4 === 0 ? '年度任务均已完成，党员教育形式还需丰富。' : '' },
      state: { organisation, result: result.id, year, score, ...pin, groundsHash, filedOn: day },
    } }));
  await recordDated(call, selves.filter((it) => it.on <= today));
  const factId = newId();
  // A fact is written once in a call: its later versions follow.
  for (const [at, it] of steps.entries()) if (it.on <= today) await recordDated(call, [{ ...it, version: at + 1, fact: { ...it.fact, factId } }]);
}

const step = (by: string | null, on: CivilDate, state: BranchReview, text?: Record<string, unknown>): Omit<DatedFact, 'version'> => ({ by, on, fact: { kind: 'branchReview', state, text } });

/** The last of those proposed for the best grade is not given it. */
function loweredOne(branches: BranchReview['branches'], best: string, next: string): Decided {
  const lowest = branches.filter(({ proposed }) => proposed === best).toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))[0];
  return { places: [], grades: lowest ? [{ organisation: lowest.organisation, grade: next, reason: '季度抽查发现的问题未按期整改，经研究不评为优秀。' }] : [] };
}
