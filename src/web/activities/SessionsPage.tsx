import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { listSessions, readActivityWords, sessionStatus, type SessionLine } from '#domain/activities/contract.ts';
import { sessionStatusWords } from '#domain/activities/status-words.ts';
import { addMonths, firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { paths } from '#web/paths.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { branchPosts, recording } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SessionCard } from './SessionCard.tsx';
import { SessionTag } from './SessionTag.tsx';
import './activities.css';
import './sessions.css';

const texts = defineTexts({
  zh: {
    title: '活动', before: '上个月', after: '下个月', month: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`, record: '记一次活动', importPast: '导入历史考勤',
    day: '时间', activity: '活动', topic: '主题', organisation: '开展单位', place: '地点', status: '状态', present: '实到', late: '补录',
    days: (days: number) => `${days} 天`, sittings: (count: number) => `共 ${count} 场`, anyOrganisation: '全部党组织', anyActivity: '全部活动', anyStatus: '全部状态',
    empty: '本月没有符合条件的活动', next: '可换一个月份，或放宽筛选条件。', noTopic: '（未填主题）',
    byPeriod: '按所属期', onlyLate: '只看补录', oneArrangement: '只看同一次安排', widen: (said: string) => `取消“${said}”`,
  },
  en: {
    title: 'Sessions', before: 'Previous month', after: 'Next month', month: (month) => `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`, record: 'Record a session', importPast: 'Import past attendance',
    day: 'When', activity: 'Activity', topic: 'Topic', organisation: 'Held by', place: 'Place', status: 'Status', present: 'Present', late: 'Entered late',
    days: (days) => (days === 1 ? '1 day' : `${days} days`), sittings: (count) => `${count} sittings`, anyOrganisation: 'All organisations', anyActivity: 'All activities', anyStatus: 'Any status',
    empty: 'No such session this month', next: 'Choose another month, or fewer conditions.', noTopic: '(no topic)',
    byPeriod: 'By the month it belongs to', onlyLate: 'Entered late only', oneArrangement: 'One arrangement only', widen: (said) => `No longer: ${said}`,
  },
});
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The calendar of sessions as a list by day; month and filters stand in the address. */
export function SessionsPage() {
  const t = useTexts(texts);
  const say = useWords();
  const who = useWhoAmI();
  const [asked, ask] = useAddress({ month: who.today.slice(0, 7), organisation: '', activity: '', status: '', ...NOT_NARROWED });
  const [view, setView] = useTableView(undefined, ['organisation', 'activity', 'status', 'by', 'late', 'arrangement']);
  const filter = (change: Partial<typeof asked>) => ask(fromFirstPage(change));
  const status = sessionStatus.options.find((it) => it === asked.status);
  const wanted = {
    ...daysOf(asked), ...(asked.by === 'period' ? { period: asked.month } : {}), ...(asked.late === 'yes' ? { late: 'yes' as const } : {}),
    ...(asked.arrangement === '' ? {} : { arrangement: asked.arrangement }),
    ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.activity === '' ? {} : { activity: asked.activity }), ...(status ? { status } : {}),
  };
  const sessions = useCall(listSessions, { ...wanted, page: view.page, size: view.size }, { keep: true });
  const words = useCall(readActivityWords, { day: firstOfMonth(asked.month) });
  const columns = useColumns();
  if (sessions.error) return <PageFault refusal={sessions.error.refusal} onRetry={() => void sessions.refetch()} />;
  const { data } = sessions;
  const label = words.data?.activities.find((it) => it.id === asked.activity)?.label;
  const narrowed = useNarrowed(asked);
  const inWords = [t.month(asked.month), ...narrowed.map((it) => it.said), data?.organisations.find((it) => it.id === asked.organisation)?.name ?? '', label ? say(label) : '', status ? say(sessionStatusWords[status]) : ''];
  const branch = who.grants.find((grant) => branchPosts({ ...who, grants: [grant] }))?.organisation;
  return (
    <>
      <PageHeader
        title={t.title} count={data?.total}
        beside={(
          <span className="session-month">
            <Button icon={<LeftOutlined />} aria-label={t.before} onClick={() => filter({ month: addMonths(asked.month, -1) })} />
            <b aria-live="polite">{t.month(asked.month)}</b>
            <Button icon={<RightOutlined />} aria-label={t.after} onClick={() => filter({ month: addMonths(asked.month, 1) })} />
          </span>
        )}
        actions={(
          <>
            {recording(who) ? <PathLink to={paths.attendanceImport()} className="link-button">{t.importPast}</PathLink> : null}
            {branch === undefined ? null : <PathLink to={paths.record(branch)} className="link-button main">{t.record}</PathLink>}
          </>
        )}
      />
      <DataTable
        name="sessions" title={t.title} rows={data?.items} rowKey={(row) => row.session} columns={columns} view={view} onView={setView} 
        pages={{ count: data?.total, rowsOf: async (page, size) => (await call(listSessions, { ...wanted, page, size })).items }} asked={inWords}
        empty={{ title: t.empty, next: t.next }} card={(row) => <SessionCard line={row} />}
        filters={(
          <>
            {(data?.organisations.length ?? 0) > 1 ? (
              <Select
                className="session-filter wide" aria-label={t.organisation} value={asked.organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(organisation) => filter({ organisation })}
                options={[{ value: '', label: t.anyOrganisation }, ...(data?.organisations ?? []).map((it) => ({ value: it.id, label: it.name }))]}
              />
            ) : null}
            <Select
              className="session-filter" aria-label={t.activity} value={asked.activity} onChange={(activity) => filter({ activity })}
              options={[{ value: '', label: t.anyActivity }, ...(words.data?.activities ?? []).map((it) => ({ value: it.id, label: say(it.label) }))]}
            />
            <Select
              className="session-filter" aria-label={t.status} value={asked.status} onChange={(chosen) => filter({ status: chosen })}
              options={[{ value: '', label: t.anyStatus }, ...sessionStatus.options.map((it) => ({ value: it, label: say(sessionStatusWords[it]) }))]}
            />
            {narrowed.map(({ name, said }) => (
              <Button key={name} className="session-narrowed" icon={<CloseOutlined />} iconPlacement="end" aria-label={t.widen(said)} onClick={() => filter({ [name]: '' })}>{said}</Button>
            ))}
          </>
        )}
      />
    </>
  );
}

/** What a figure of another page has narrowed the list to; nobody chooses it here, whoever came by it may drop it. */
const NOT_NARROWED = { by: '', late: '', arrangement: '' };
type Narrowing = typeof NOT_NARROWED;

/** Sessions of one arrangement may have been held on other days than it says. */
const daysOf = ({ month, arrangement }: Narrowing & { readonly month: string }) => (arrangement === ''
  ? { from: firstOfMonth(month), to: lastOfMonth(month) }
  : { from: firstOfMonth(addMonths(month, -1)), to: lastOfMonth(addMonths(month, 1)) });

function useNarrowed(asked: Narrowing): readonly { readonly name: keyof Narrowing; readonly said: string }[] {
  const t = useTexts(texts);
  const all = { by: t.byPeriod, late: t.onlyLate, arrangement: t.oneArrangement };
  return (['by', 'late', 'arrangement'] as const).filter((name) => asked[name] !== '').map((name) => ({ name, said: all[name] }));
}

function useColumns(): readonly [Column<SessionLine>, ...Column<SessionLine>[]] {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const activities = (row: SessionLine): string => row.activities.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ');
  return [
    { key: 'day', title: t.day, text: (row) => `${dayText(row.day, language)} ${row.from}–${row.to}`, cell: (row) => <DateText day={row.day} hours={`${row.from}–${row.to}`} /> },
    { key: 'activity', title: t.activity, text: activities, cell: (row) => <PathLink to={paths.session(row.session)}>{activities(row)}</PathLink> },
    { key: 'topic', title: t.topic, text: (row) => row.topic || t.noTopic },
    { key: 'organisation', title: t.organisation, text: (row) => row.organisation.name },
    { key: 'place', title: t.place, text: (row) => [row.place, row.sittings > 1 ? t.sittings(row.sittings) : ''].filter((it) => it !== '').join(' · ') },
    { key: 'status', title: t.status, text: (row) => say(sessionStatusWords[row.status]), cell: (row) => <SessionTag status={row.status} /> },
    { key: 'present', title: t.present, figures: true, text: (row) => row.present ?? '', cell: (row) => (row.present === null ? null : <CountLink to={paths.session(row.session)} value={row.present} label={`${t.present} ${row.present}`} />) },
    { key: 'late', title: t.late, figures: true, text: (row) => (row.lateDays ? t.days(row.lateDays) : ''), cell: (row) => (row.lateDays ? <CountLink to={paths.session(row.session)} value={row.lateDays} label={`${t.late} ${t.days(row.lateDays)}`}>{t.days(row.lateDays)}</CountLink> : null) },
  ];
}
