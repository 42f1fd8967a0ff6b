import type { BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import './boards.css';

const texts = defineTexts({
  zh: { title: '登记与任务', entries: (label: string, count: number) => `${label} ${count} 条待审核`, toAccept: (count: number) => `交办任务 ${count} 项待办结`, overdue: (count: number) => `交办任务 ${count} 项逾期` },
  en: { title: 'Registers and tasks', entries: (label: string, count: number) => `${label}: ${count} to be confirmed`, toAccept: (count: number) => `Tasks: ${count} to be accepted`, overdue: (count: number) => `Tasks: ${count} overdue` },
});

/** What waits in the registers and among the tasks of the branch; absent where nothing does. */
export function BranchWaiting({ desk }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const say = useWords();
  const { registers, tasksToAccept, tasksOverdue } = desk.waiting;
  if (registers.length + tasksToAccept + tasksOverdue === 0) return null;
  const organisation = desk.organisation.id;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2></div>
      <ul className="branch-waiting">
        {registers.map(({ id, label, waiting }) => (
          <li key={id}><CountLink to={paths.registers()} search={{ register: id, organisation, show: 'waiting' }} value={waiting}>{t.entries(say(label), waiting)}</CountLink></li>
        ))}
        {tasksToAccept > 0 ? <li><CountLink to={paths.assignments()} search={{ view: 'branch', organisation }} value={tasksToAccept}>{t.toAccept(tasksToAccept)}</CountLink></li> : null}
        {tasksOverdue > 0 ? <li><CountLink to={paths.assignments()} search={{ view: 'branch', organisation, show: 'open' }} value={tasksOverdue}>{t.overdue(tasksOverdue)}</CountLink></li> : null}
      </ul>
    </section>
  );
}
