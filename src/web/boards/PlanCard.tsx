import type { BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: {
    title: (year: number) => `${year} 年任务分解`, none: '还没有编制', draft: '编制后还没有上报', changed: '上报后有修改，待再次上报', filed: '已上报', returned: '机关党委已退回，请按理由补正后再报',
    open: (count: number) => `${count} 项没有落实责任人或时限`, due: (day: string) => `截止 ${day}`, act: '去办理',
  },
  en: {
    title: (year) => `Targets of ${year}`, none: 'not made yet', draft: 'made and not filed yet', changed: 'changed since it was filed, to be filed again', filed: 'filed', returned: 'returned by the office; put it right and file it again',
    open: (count) => (count === 1 ? '1 item has no person or no day' : `${count} items have no person or no day`), due: (day) => `due ${day}`, act: 'Open it',
  },
});

/** The plan of the year while something of it is left to do. */
export function PlanCard({ desk: { plan, organisation } }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (plan === null) return null;
  const { year, stage, changed, open, due, overdue } = plan;
  const said = [changed ? t.changed : t[stage], open > 0 ? t.open(open) : '', due === null ? '' : t.due(dayText(due, language))].filter((it) => it !== '');
  return (
    <section className="desk-panel" aria-label={t.title(year)}>
      <div className="desk-panel-head"><h2>{t.title(year)}</h2><StatusTag status={stage === 'returned' ? 'returned' : overdue ? 'overdue' : 'toDo'} /></div>
      <p className="desk-none">{said.join(' · ')}</p>
      <PathLink to={paths.targetPlan()} search={{ branch: organisation.id, year: String(year), ...(open > 0 ? { who: 'nobody' } : {}) }} className="desk-more">{t.act}</PathLink>
    </section>
  );
}
