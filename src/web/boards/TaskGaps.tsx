import { type BranchScoreItem, readBranchScore } from '#domain/assessments/contract.ts';
import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '年度任务缺项', all: '支部得分', none: '年度任务没有缺项', next: '到期的项目都已完成。', due: (day: string) => `下一期 ${day} 前`,
    session: '去记录', entry: '去登记', plan: '去分解', open: '看依据',
  },
  en: {
    title: "Gaps of the year's tasks", all: 'Branch score', none: "No gap in the year's tasks", next: 'Whatever was due is done.', due: (day) => `next by ${day}`,
    session: 'Record it', entry: 'Fill in', plan: 'Break it down', open: 'See why',
  },
});

interface Properties {
  readonly organisation: string;
  readonly mayRecord: boolean;
}

/** What the items of the year lack, each with the button that closes it; the page of the score says the rest. */
export function TaskGaps({ organisation, mayRecord }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const score = useCall(readBranchScore, { organisation, year: Number(today.slice(0, 4)) }, { keep: true });
  // A bureau whose scheme has no indicators, or a group, has no tasks here.
  if (score.error || !score.data || score.data.grounds === null) return null;
  const items = score.data.aspects.flatMap((aspect) => aspect.items).filter(({ state }) => state === 'lacks');
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2><PathLink to={paths.branchScore()} search={{ branch: organisation, show: 'gaps' }}>{t.all}</PathLink></div>
      {items.length === 0 ? <EmptyState title={t.none} next={t.next} /> : null}
      <ul className="gaps">{items.map((item) => <li key={item.id}><TaskGap item={item} organisation={organisation} mayRecord={mayRecord} /></li>)}</ul>
    </section>
  );
}

function TaskGap({ item: { id, label, lacks, closing }, organisation, mayRecord }: Properties & { readonly item: BranchScoreItem }) {
  const t = useTexts(texts);
  const say = useWords();
  const open = <PathLink to={paths.branchScore()} search={{ branch: organisation, show: 'gaps' }} className="desk-button">{t.open}</PathLink>;
  // What the product keeps itself has rooms of its own.
  const own = closing?.kind === 'entry' && builtInRegisters.some(({ id }) => id === closing.register);
  const planned = closing?.kind === 'entry' && closing.register === 'targetPlan';
  const button = planned && mayRecord ? <PathLink to={paths.targetPlan()} search={{ branch: organisation }} className="desk-button">{t.plan}</PathLink>
    : closing === null || own || !mayRecord ? open
    : closing.kind === 'session' ? <PathLink to={paths.record(closing.group ?? organisation)} search={{ activity: closing.activity, window: closing.window ?? '' }} className="desk-button">{t.session}</PathLink>
      : <PathLink to={paths.registers()} search={{ register: closing.register, organisation, ...(closing.period === null ? {} : { month: closing.period, enter: closing.period }) }} className="desk-button">{t.entry}</PathLink>;
  return (
    <>
      <span className="gap-text">
        <b>{say(label)}</b>
        {lacks.map(({ words, due }) => <small key={words.zh}>{say(words)}{due === null ? '' : ` · ${t.due(due)}`}</small>)}
        {closing === null ? <GuideLinks item={id} /> : closing.kind === 'session' ? <GuideLinks activities={[closing.activity]} /> : <GuideLinks registers={[closing.register]} />}
      </span>
      {button}
    </>
  );
}
