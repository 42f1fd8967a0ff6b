import type { BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: { title: (year: number) => `${year} 年度考核结果`, since: (day: string) => `${day} 通报，请书记或副书记签收`, open: '去签收' },
  en: { title: (year) => `Result of ${year}`, since: (day) => `circulated on ${day}; the secretary or deputy signs for it`, open: 'Sign for it' },
});

/** Results of annual reviews that the branch has not signed for. */
export function ResultCards({ desk: { results, organisation } }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return results.map(({ year, circulatedOn }) => (
    <section key={year} className="desk-panel" aria-label={t.title(year)}>
      <div className="desk-panel-head"><h2>{t.title(year)}</h2><StatusTag status="sent" /></div>
      <p className="desk-none">{t.since(dayText(circulatedOn, language))}</p>
      <PathLink to={paths.branchReview()} search={{ branch: organisation.id, year: String(year) }} className="desk-more">{t.open}</PathLink>
    </section>
  ));
}
