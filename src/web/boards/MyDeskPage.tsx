import { lazy, Suspense } from 'react';
import { readMyDesk, type MyDesk } from '#domain/boards/contract.ts';
import { listSheets } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { administrators, office } from '#web/shell/needs.ts';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { BirthdayCard, ComingCard, ConfirmCard, OwedCard, RecordCard } from './DeskCards.tsx';
import { MyChecks } from './MyChecks.tsx';
import { MyMatters, useMatters } from './MyMatters.tsx';
import { MyPoints } from './MyPoints.tsx';
import { AcceptCard, EntryCard, TaskCard } from './TaskCards.tsx';
import './boards.css';

/** What few have on their desk is fetched when it is there. */
const DoneList = lazy(async () => ({ default: (await import('./DoneList.tsx')).DoneList }));
const AdministratorNext = lazy(async () => ({ default: (await import('./AdministratorNext.tsx')).AdministratorNext }));
const ErrandCard = lazy(async () => ({ default: (await import('./Errands.tsx')).ErrandCard }));
const RequirementCards = lazy(async () => ({ default: (await import('./RequirementCards.tsx')).RequirementCards }));
const InvitationCard = lazy(async () => ({ default: (await import('./InvitationCards.tsx')).InvitationCard }));

const texts = defineTexts({
  zh: { title: '待办', done: '已办', which: '待办或已办', none: '目前没有待办事项。', next: '有学习、会议或需要确认的事项时，会按先后列在这里。', more: (count: number) => `还有 ${count} 项待记录`, moreTasks: (count: number) => `还有 ${count} 项交办任务`, moreEntries: (count: number) => `还有 ${count} 条登记待审核`, together: '活动记录一并审核', later: '近期安排' },
  en: { title: 'To do', done: 'Done', which: 'To do or done', none: 'Nothing is due right now.', next: 'Studies, meetings and matters to confirm will stand here, soonest first.', more: (count: number) => `${count} more to record`, moreTasks: (count: number) => `${count} more tasks`, moreEntries: (count: number) => `${count} more entries to confirm`, together: 'Confirm records together', later: 'Coming up' },
});

/** 我的待办: what concerns me, soonest first; each card says what, until when, and has one button. */
export function MyDeskPage() {
  const t = useTexts(texts);
  const { person } = useWhoAmI();
  const [{ show }, ask] = useAddress({ show: 'todo' });
  const done = show === 'done';
  return (
    <>
      <PageHeader
        title={done ? t.done : t.title}
        beside={(
          <span className="desk-switch" role="group" aria-label={t.which}>
            {(['todo', 'done'] as const).map((it) => <button key={it} type="button" aria-pressed={done === (it === 'done')} onClick={() => ask({ show: it })}>{it === 'done' ? t.done : t.title}</button>)}
          </span>
        )}
      />
      <div className={person === null ? 'desk-columns alone' : 'desk-columns'}>
        {done ? <Suspense fallback={<LinesSkeleton count={5} />}><DoneList /></Suspense> : <ToDo />}
        {person === null ? null : <MyPoints person={person.id} />}
      </div>
    </>
  );
}

function ToDo() {
  const who = useWhoAmI();
  const { today, person } = who;
  const desk = useCall(readMyDesk, {});
  const sheets = useCall(listSheets, {});
  const matters = useMatters(person !== null);
  const above = (sheets.data?.items.length ?? 0) + matters.results.length + matters.objections.length;
  const cards = (owed: number) => (desk.data ? <Cards desk={desk.data} today={today} others={above + owed > 0} administers={administrators(who)} /> : null);
  return (
    <div className="desk-list">
      {desk.error ? <ErrorNote refusal={desk.error.refusal} onRetry={() => void desk.refetch()} /> : null}
      {!desk.data && !desk.error ? <LinesSkeleton count={5} /> : null}
      <MyChecks today={today} />
      <MyMatters of={matters} />
      {office(who) ? <Suspense fallback={<LinesSkeleton count={5} />}><RequirementCards>{cards}</RequirementCards></Suspense> : cards(0)}
    </div>
  );
}

interface CardsProperties {
  readonly desk: MyDesk;
  readonly today: string;
  /** Something else stands above them, so that nobody is told there is nothing. */
  readonly others: boolean;
  /** One of the three administrators, behind whose account stands nobody. */
  readonly administers: boolean;
}

/** Today's sessions, what is overdue or has a deadline, then what comes later. */
function Cards({ desk, today, others, administers }: CardsProperties) {
  const t = useTexts(texts);
  const { birthday, upcoming, owed, toRecord, toConfirm, tasks, tasksToAccept, entries, invitations, errands } = desk;
  const now = upcoming.filter(({ day }) => day === today);
  const later = upcoming.filter(({ day }) => day !== today);
  const due = [...owed].sort((left, right) => (left.until < right.until ? -1 : 1));
  const more = toRecord.total - toRecord.items.length;
  if (upcoming.length + owed.length + toRecord.total + toConfirm.total + tasks.total + tasksToAccept.total + entries.total + invitations.length + errands.length === 0 && birthday === null) return others ? null : administers ? <Suspense fallback={null}><AdministratorNext /></Suspense> : <EmptyState title={t.none} next={t.next} />;
  return (
    <>
      {birthday === null ? null : <BirthdayCard it={birthday} today={today} />}
      {now.map((it) => <ComingCard key={it.session} it={it} today={today} first />)}
      {toRecord.items.map((it) => <RecordCard key={it.session} it={it} today={today} />)}
      {more > 0 ? <PathLink to={paths.branchDesk()} className="desk-more">{t.more(more)}</PathLink> : null}
      {due.filter(({ required }) => required).map((it) => <OwedCard key={it.session} it={it} today={today} />)}
      <Suspense fallback={null}>{invitations.map((it) => <InvitationCard key={it.invitation} it={it} today={today} />)}</Suspense>
      <Suspense fallback={null}>{errands.map((it) => <ErrandCard key={`${it.kind} ${it.subject} ${it.organisation.id}`} of={it} />)}</Suspense>
      {tasks.items.map((it) => <TaskCard key={it.assignment} it={it} today={today} />)}
      {tasks.total > tasks.items.length ? <PathLink to={paths.assignments()} search={{ show: 'open' }} className="desk-more">{t.moreTasks(tasks.total - tasks.items.length)}</PathLink> : null}
      {tasksToAccept.items.map((it) => <AcceptCard key={it.assignment} it={it} />)}
      {toConfirm.items.filter(({ kind }) => kind === 'session').length > 1 ? <PathLink to={paths.sessionsToConfirm()} className="desk-more">{t.together}</PathLink> : null}
      {toConfirm.items.map((it) => <ConfirmCard key={it.fact} it={it} today={today} />)}
      {entries.items.map((it) => <EntryCard key={it.entry} it={it} today={today} />)}
      {entries.total > entries.items.length ? <PathLink to={paths.registers()} search={{ show: 'waiting' }} className="desk-more">{t.moreEntries(entries.total - entries.items.length)}</PathLink> : null}
      {due.filter(({ required }) => !required).map((it) => <OwedCard key={it.session} it={it} today={today} />)}
      {later.length > 0 ? <h2 className="desk-heading">{t.later}</h2> : null}
      {later.map((it) => <ComingCard key={it.session} it={it} today={today} />)}
    </>
  );
}
