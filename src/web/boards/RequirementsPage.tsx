import { Select } from 'antd';
import { readRequirements, type RequirementLine } from '#domain/boards/requirement-contract.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import type { GroundsNames } from '#web/ui/grounds-source.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Status } from '#web/ui/statuses.ts';
import '#web/ui/room.css';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '工作要求', hint: '方案对局党委提出的、不计分的要求；停学一天少要求一次。参加人员为党委成员，扩大参加的记入列席。', year: (year: number) => `${year}年`, yearOf: '年度', none: '没有要跟办的要求', next: '考核方案写明局党委的要求（requirements）后，在这里逐期跟办。',
    record: '记录', recordOf: (window: string) => `记录${window}学习`, plan: '安排', all: '查看全部会议', before: (day: string) => `${day} 前`,
  },
  en: {
    title: 'Requirements', hint: 'What the scheme asks of the committee of the bureau, without marks; each day that was stopped takes one. The members take part; whoever is asked in is entered as in attendance.', year: (year) => String(year), yearOf: 'Year', none: 'Nothing is required', next: 'Once the scheme says what the committee owes (requirements), it is watched here window by window.',
    record: 'Record', recordOf: (window) => `Record a session of ${window}`, plan: 'Plan', all: 'All sessions', before: (day) => `by ${day}`,
  },
});

const statusOf = { met: 'done', due: 'toDo', gap: 'missing', excused: 'excused' } as const satisfies Record<RequirementLine['windows'][number]['state'], Status>;

/** 工作要求: what the committee owes month by month, where it stands, and where it is recorded. */
export function RequirementsPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const thisYear = Number(today.slice(0, 4));
  const [{ year }, ask] = useAddress({ year: String(thisYear) });
  const { data, error, refetch } = useCall(readRequirements, { year: Number(year) }, { keep: true });
  if (error) return <PageFault refusal={error.refusal} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={t.title}
        beside={<Select aria-label={t.yearOf} value={year} onChange={(chosen) => ask({ year: chosen })} options={[thisYear, thisYear - 1].map((it) => ({ value: String(it), label: t.year(it) }))} />}
      />
      <p className="room-hint">{t.hint}</p>
      {data.items.length === 0 ? <EmptyState title={t.none} next={t.next} action={<SchemeWay />} /> : null}
      {data.items.map((it) => <RequirementPanel key={`${it.organisation.id} ${it.requirement}`} line={it} names={data.names} />)}
    </>
  );
}

function RequirementPanel({ line: { label, clause, organisation, activity, windows, may }, names }: { readonly line: RequirementLine; readonly names: GroundsNames }) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <section className="desk-panel requirement" aria-label={say(label)}>
      <div className="desk-panel-head">
        <h2>{organisation.name} · {say(label)} <small className="desk-none">{clause}</small></h2>
        {activity !== null && may.plan ? <PathLink to={paths.plan(organisation.id)} className="desk-button">{t.plan}</PathLink> : null}
      </div>
      <ul className="gaps">
        {windows.toReversed().map(({ window, label: said, done, asked, state, grounds }) => (
          <li key={window}>
            <span className="requirement-window">
              <b>{say(said)}</b>
              <Figure value={done} full={asked} format="count" grounds={{ grounds, names }} />
              <StatusTag status={statusOf[state]} note={state === 'due' ? t.before(lastDayOf(window).slice(5)) : undefined} />
            </span>
            {activity !== null && may.record && (state === 'due' || state === 'gap')
              ? <PathLink to={paths.record(organisation.id)} search={{ activity, window }} className="desk-button" label={t.recordOf(say(said))}>{t.record}</PathLink> : null}
          </li>
        ))}
      </ul>
      <PathLink to={paths.sessions()} search={{ organisation: organisation.id }} className="desk-more">{t.all}</PathLink>
    </section>
  );
}
