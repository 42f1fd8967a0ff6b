import type { BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { monthText } from '#web/ui/month-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: {
    title: (month: string) => `${Number(month.slice(5))}月自查`, due: (day: string) => `报送截止 ${day}`, reminded: (day: string) => `机关党委 ${day} 催办`, back: '机关党委已退回，请按理由补正后重新提交', open: '去办理',
  },
  en: {
    title: (month) => `Self-check of ${monthText(month, 'en')}`, due: (day) => `due ${day}`, reminded: (day) => `the office reminded the branch on ${day}`, back: 'returned by the office; put it right and submit it again', open: 'Open it',
  },
});

/** The self-check that the branch has still to file; the office's reminder is a card here and nothing more. */
export function SelfCheckCard({ desk: { selfCheck, organisation } }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (selfCheck === null) return null;
  const { period, due, overdue, returned, reminded } = selfCheck;
  const said = [t.due(dayText(due, language)), returned ? t.back : '', reminded === null ? '' : t.reminded(dayText(reminded, language))].filter((it) => it !== '');
  return (
    <section className="desk-panel" aria-label={t.title(period)}>
      <div className="desk-panel-head"><h2>{t.title(period)}</h2><StatusTag status={returned ? 'returned' : overdue ? 'overdue' : 'toDo'} /></div>
      <p className="desk-none">{said.join(' · ')}</p>
      <PathLink to={paths.selfCheck(organisation.id, period)} className="desk-more">{t.open}</PathLink>
    </section>
  );
}
