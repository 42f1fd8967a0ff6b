import { listProblems } from '#domain/spot-checks/problem-contract.ts';
import { listSheets } from '#domain/spot-checks/sheet-contract.ts';
import { listDraws } from '#domain/spot-checks/draw-contract.ts';
import { windowOf } from '#domain/calendar/window.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: { title: '季抽查与整改', drawn: '本季度抽到本支部', sign: '反馈意见待签收', until: (day: string) => `整改时限 ${day}`, all: '问题清单' },
  en: { title: 'Spot checks and problems', drawn: 'The branch was drawn this quarter', sign: 'Feedback to sign for', until: (day) => `due ${day}`, all: 'Problems' },
});
const SHOWN = 4;

/** What a check asks of the branch: that it was drawn, feedback to sign for, problems that are due. */
export function BranchChecks({ organisation }: { readonly organisation: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const draws = useCall(listDraws, {});
  const sheets = useCall(listSheets, {});
  const problems = useCall(listProblems, { organisation, open: 'yes' });
  const window = windowOf('quarter', today);
  const draw = draws.data?.items.find((it) => it.window === window && it.drawn.some((one) => one.organisation.id === organisation));
  const signing = (sheets.data?.items ?? []).filter((it) => it.stage === 'sent' && it.organisation.id === organisation);
  const open = problems.data?.items ?? [];
  if (!draw && signing.length === 0 && open.length === 0) return null;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2></div>
      <ul className="room-lines">
        {signing.map((it) => <li key={it.sheet}><PathLink to={paths.checkSheet(it.sheet)}>{t.sign}</PathLink> <StatusTag status="toDo" /></li>)}
        {draw ? <li><PathLink to={paths.draw(draw.draw)}>{t.drawn}</PathLink></li> : null}
        {open.slice(0, SHOWN).map((it) => <li key={it.problem}><PathLink to={paths.problems()} search={{ organisation, problem: it.problem }}>{it.what}</PathLink> <span className="faint date-text">{t.until(dayText(it.until, language))}</span> {it.late ? <StatusTag status="overdue" /> : null}</li>)}
      </ul>
      {open.length === 0 ? null : <PathLink to={paths.problems()} search={{ organisation }} className="desk-more">{t.all}</PathLink>}
    </section>
  );
}
