import type { BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: { title: (year: number) => `${year} 年度支部自评`, due: (day: string) => `自评截止 ${day}`, open: '去办理' },
  en: { title: (year) => `Self-review of ${year}`, due: (day) => `due ${day}`, open: 'Open it' },
});

/** The year that the branch has still to review itself. */
export function SelfReviewCard({ desk: { selfReview, organisation } }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (selfReview === null) return null;
  const { year, until, overdue } = selfReview;
  return (
    <section className="desk-panel" aria-label={t.title(year)}>
      <div className="desk-panel-head"><h2>{t.title(year)}</h2><StatusTag status={overdue ? 'overdue' : 'toDo'} /></div>
      <p className="desk-none">{t.due(dayText(until, language))}</p>
      <PathLink to={paths.branchReview()} search={{ branch: organisation.id, year: String(year) }} className="desk-more">{t.open}</PathLink>
    </section>
  );
}
