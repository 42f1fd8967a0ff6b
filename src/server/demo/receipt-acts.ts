import { addDays, yearOf } from '#domain/calendar/civil-date.ts';
import { enterPastGrades } from '#server/reviews/enter-past-grades.ts';
import { unsignedReviews } from '#server/reviews/receipt-reads.ts';
import { signReviewResult } from '#server/reviews/sign-review-result.ts';
import { type Acting, officer, secretary } from './acting.ts';
import { idOf } from './staff.ts';
import type { DemoYear } from './writer.ts';

/** Branches that have not signed for their result yet; one of them is the visitor's. */
const WAITING: readonly string[] = ['A118', 'A113'];

/** Most branches have signed for the result of last year within days of the circular. */
export async function writeReceipts(acting: Acting, { today }: DemoYear): Promise<void> {
  const { organisation, branches } = acting.staff;
  const signing = branches.filter(({ number }) => !WAITING.includes(number)).map(({ number }) => ({ number, id: idOf(organisation, number) }));
  const found = await unsignedReviews(acting.call.tx, signing.map(({ id }) => id));
  for (const [at, { number, id }] of signing.entries()) {
    for (const { review, circulatedOn } of found.filter((it) => it.organisation === id)) {
      const day = addDays(circulatedOn, 1 + (at % 4));
      if (day <= today) await signReviewResult(secretary(acting, number, day), { organisation: id, review, remark: at % 3 === 0 ? '已在支委会传达，按反馈意见改进。' : '' });
    }
  }
}

/** The grades of the year before the scheme, which the office brought along in spring. */
export async function writePastGrades(acting: Acting, { first, today }: DemoYear): Promise<void> {
  const year = yearOf(first) - 1;
  const day = `${year + 2}-03-10`;
  if (day > today) return;
  const branches = acting.staff.branches.filter(({ parent }) => parent === 'A1');
  await enterPastGrades(officer(acting, day), {
    organisation: idOf(acting.staff.organisation, 'A1'), year, on: `${year + 1}-02-14`, document: `市公机党〔${year + 1}〕11号`,
    grades: branches.map(({ number }, at) => ({ organisation: idOf(acting.staff.organisation, number), grade: at % 4 === 1 ? 'branchExcellent' : at % 9 === 5 ? 'branchQualified' : 'branchGood' })),
  });
}
