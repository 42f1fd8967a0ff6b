import { Select } from 'antd';
import type { SessionLine } from '#domain/activities/contract.ts';
import { readBranchDesk, type BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { CountLink } from '#web/shell/CountLink.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { BranchWaiting } from './BranchWaiting.tsx';
import { useDeskWords } from './desk-words.ts';
import { FollowUps } from './FollowUps.tsx';
import { Gaps } from './Gaps.tsx';
import { LecturesCard } from './InvitationCards.tsx';
import { LineTag } from './LineTag.tsx';
import { PlanCard } from './PlanCard.tsx';
import { BranchChecks } from './BranchChecks.tsx';
import { SelfCheckCard } from './SelfCheckCard.tsx';
import { ResultCards } from './ResultCards.tsx';
import { SelfReviewCard } from './SelfReviewCard.tsx';
import { Proposals } from './Proposals.tsx';
import { TaskGaps } from './TaskGaps.tsx';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '支部工作台', record: '记一次活动', plan: '安排活动', branch: '党支部', week: '本周', month: '本月其他活动', done: '全月已办', progress: (done: number, of: number) => `全月已办 ${done}/${of}`,
    signIn: '签到表', signInOf: (day: string) => `打印 ${day} 签到表`, nothing: '没有安排', noneWeek: '本周没有安排活动。', none: '本月没有其他活动。', noBranch: '还没有党支部', noBranchNext: '党支部在“组织机构”中建立。', all: '查看全部活动',
  },
  en: {
    title: 'Branch desk', record: 'Record a session', plan: 'Plan a session', branch: 'Branch', week: 'This week', month: 'The rest of the month', done: 'Done this month', progress: (done: number, of: number) => `${done} of ${of} done this month`,
    signIn: 'Sign-in sheet', signInOf: (day: string) => `Print the sign-in sheet of ${day}`, nothing: 'Nothing arranged', noneWeek: 'Nothing is arranged this week.', none: 'Nothing else this month.', noBranch: 'No branch yet', noBranchNext: 'Branches are founded under Organisations.', all: 'All sessions',
  },
});

/** 支部工作台: what the branch has before it, and what is missing with the button that closes it. */
export function BranchDeskPage() {
  const t = useTexts(texts);
  const [{ branch }, ask] = useAddress({ branch: '' });
  const desk = useCall(readBranchDesk, branch === '' ? {} : { organisation: branch }, { keep: true });
  if (branch === '' && desk.error?.refusal.name === 'NotFound') return <><PageHeader title={t.title} /><EmptyState title={t.noBranch} next={t.noBranchNext} /></>;
  if (desk.error) return <PageFault refusal={desk.error.refusal} onRetry={() => void desk.refetch()} />;
  if (!desk.data) return <PageSkeleton />;
  const { data } = desk;
  return (
    <>
      <PageHeader
        title={t.title}
        beside={data.choices.length > 1 ? (
          <Select
            className="desk-branch" aria-label={t.branch} value={data.organisation.id} showSearch={{ optionFilterProp: 'label' }}
            options={data.choices.map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => ask({ branch: chosen })}
          />
        ) : <span>{data.organisation.name}</span>}
        actions={(
          <>
            {data.may.plan ? <PathLink to={paths.plan(data.organisation.id)} className="desk-button">{t.plan}</PathLink> : null}
            {data.may.record ? <PathLink to={paths.record(data.organisation.id)} className="desk-button main">{t.record}</PathLink> : null}
          </>
        )}
      />
      <div className="branch-columns">
        <Calendar desk={data} />
        <div className="branch-side">
          <SelfCheckCard desk={data} />
          <SelfReviewCard desk={data} />
          <ResultCards desk={data} />
          <PlanCard desk={data} />
          <LecturesCard desk={data} />
          <BranchChecks organisation={data.organisation.id} />
          <Gaps desk={data} />
          {data.may.record ? <FollowUps organisation={data.organisation.id} /> : null}
          {data.may.confirm ? <Proposals organisation={data.organisation.id} /> : null}
          <TaskGaps organisation={data.organisation.id} mayRecord={data.may.record} />
          <BranchWaiting desk={data} />
        </div>
      </div>
    </>
  );
}

function Calendar({ desk }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const month = today.slice(0, 7);
  const inWeek = desk.sessions.filter(({ day }) => day >= desk.week.from && day <= desk.week.to);
  const inMonth = desk.sessions.filter(({ day }) => day.startsWith(month) && (day < desk.week.from || day > desk.week.to));
  const counted = desk.sessions.filter((it) => it.day.startsWith(month) && it.status !== 'stopped' && it.status !== 'notHeld');
  const all = { month, organisation: desk.organisation.id };
  const done = counted.filter(({ status }) => status === 'done').length;
  return (
    <section className="desk-panel" aria-label={t.month}>
      <div className="desk-panel-head"><h2>{t.week}</h2></div>
      {inWeek.length === 0 ? <EmptyState title={t.noneWeek} /> : <Lines lines={inWeek} today={today} desk={desk} />}
      <div className="desk-panel-head">
        <h2>{t.month}</h2>
        <span className="desk-progress"><progress max={Math.max(1, counted.length)} value={done} aria-label={t.progress(done, counted.length)} /><span>{t.done} <span className="desk-progress-count"><CountLink to={paths.sessions()} search={{ ...all, status: 'done' }} value={done} /> / <CountLink to={paths.sessions()} search={all} value={counted.length} /></span></span></span>
      </div>
      {inMonth.length === 0 ? <p className="desk-none">{t.none}</p> : <Lines lines={inMonth} today={today} desk={desk} />}
      <PathLink to={paths.sessions()} search={{ organisation: desk.organisation.id }} className="desk-more">{t.all}</PathLink>
    </section>
  );
}

function Lines({ lines, today, desk }: { readonly lines: readonly SessionLine[]; readonly today: string; readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  return (
    <ul className="desk-lines">
      {lines.map((it) => (
        <li key={it.session} className={it.day === today ? 'today' : undefined}>
          <PathLink to={paths.session(it.session)}>
            <span className="desk-line-day"><DateText day={it.day} short /> {it.from}</span>
            <span className="desk-line-what">
              <b>{words.list(it.activities)}</b>{it.organisation.id === desk.organisation.id ? '' : ` ${it.organisation.name}`}
              {it.topic === '' ? null : <small>{it.topic}</small>}
            </span>
            <LineTag status={it.status} />
          </PathLink>
          {desk.may.record && (it.status === 'arranged' || it.status === 'toRecord')
            ? <PathLink to={paths.signInSheet(it.session)} className="desk-sign-in" title={t.signInOf(it.day)}>{t.signIn}</PathLink> : null}
        </li>
      ))}
    </ul>
  );
}
