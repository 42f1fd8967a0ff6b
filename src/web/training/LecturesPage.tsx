import { Button, Segmented, Select } from 'antd';
import { type LectureRow, listLectures, recommendLecture } from '#domain/training/lecture-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { trainingTexts } from './training-texts.ts';
import '#web/ui/room.css';
import './training.css';

const texts = defineTexts({
  zh: {
    title: '党课目录', hint: '有主讲人的活动记录都在这里。党务办推荐的，各支部都能看到，记录活动时可选为学习内容。', kind: '活动类型', everyKind: '全部类型', everywhere: '全部党支部', all: '全部', only: '已推荐',
    day: '日期', speaker: '主讲人', heard: '选听支部', state: '推荐', recommend: '推荐', take: '取消推荐', recommendOne: (topic: string) => `推荐“${topic}”`, takeOne: (topic: string) => `取消推荐“${topic}”`,
    heardOf: (topic: string, count: number) => `“${topic}”被选听 ${count} 次`, nobody: '还没有支部选听。', none: '没有党课', next: '在活动记录里填写主讲人，就列在这里。',
  },
  en: {
    title: 'Lectures', hint: 'Every record with a speaker. What the office recommends is seen by every branch, which can take it up in the record of a session.', kind: 'Kind', everyKind: 'All kinds', everywhere: 'All branches', all: 'All', only: 'Recommended',
    day: 'Day', speaker: 'Speaker', heard: 'Heard by', state: 'Recommended', recommend: 'Recommend', take: 'Take back', recommendOne: (topic) => `Recommend “${topic}”`, takeOne: (topic) => `No longer recommend “${topic}”`,
    heardOf: (topic, count) => `“${topic}” was taken up ${count} times`, nobody: 'No branch has taken it up yet.', none: 'No lectures', next: 'Name a speaker in the record of a session and it stands here.',
  },
});

/** 党课目录 (S0-10): lectures of a year by topic and branch, and those that the office recommends to others. */
export function LecturesPage() {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const say = useWords();
  const [asked, ask] = useAddress({ year: '', activity: '', organisation: '', show: 'all', heard: '' });
  const [view, setView] = useTableView(undefined, ['activity', 'organisation', 'show']);
  const filter = { ...(asked.year === '' ? {} : { year: Number(asked.year) }), ...(asked.activity === '' ? {} : { activity: asked.activity }), ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.show === 'only' ? { recommended: 'yes' as const } : {}) };
  const list = useCall(listLectures, filter, { keep: true });
  const recommending = useWrite(recommendLecture);
  const { data } = list;
  const { year: _, ...rest } = asked;
  const columns = useColumns(rest, data?.mayRecommend ?? false, (session, recommended) => recommending.mutate({ session, recommended }));
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const opened = data?.items.find(({ session }) => session === asked.heard);
  const kind = data?.activities.find(({ id }) => id === asked.activity);
  const inWords = [String(data?.year ?? ''), kind ? say(kind.label) : '', data?.organisations.find(({ id }) => id === asked.organisation)?.name ?? '', asked.show === 'only' ? t.only : ''];
  return (
    <>
      <PageHeader title={t.title} count={data?.items.length} beside={data ? <YearSteps year={String(data.year)} onChoose={(year) => ask({ year })} /> : null} />
      <p className="room-hint">{t.hint}</p>
      {recommending.error ? <ErrorNote refusal={recommending.error.refusal} /> : null}
      <DataTable
        name="lectures" title={t.title} rows={data?.items} rowKey={(row) => row.session} columns={columns} view={view} onView={setView} asked={inWords} empty={{ title: t.none, next: t.next }}
        card={(row) => <ColumnCard row={row} columns={columns} />}
        filters={(
          <>
            <Select className="training-filter" aria-label={t.kind} value={asked.activity} onChange={(activity) => ask({ activity })} options={[{ value: '', label: t.everyKind }, ...(data?.activities ?? []).map(({ id, label }) => ({ value: id, label: say(label) }))]} />
            <Select className="training-filter" aria-label={words.branch} value={asked.organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(organisation) => ask({ organisation })} options={[{ value: '', label: t.everywhere }, ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))]} />
            <Segmented value={asked.show} options={[{ value: 'all', label: t.all }, { value: 'only', label: t.only }]} onChange={(show) => ask({ show })} />
          </>
        )}
      />
      <SideForm title={opened ? t.heardOf(opened.topic, opened.heard.length) : ''} open={opened !== undefined} onClose={() => ask({ heard: '' })}>
        {opened?.heard.length === 0 ? <p className="room-hint">{t.nobody}</p> : null}
        <ul className="room-lines">
          {opened?.heard.map(({ session, organisation, day, visible }) => <li key={session}>{visible ? <PathLink to={paths.session(session)} className="date-text">{day}</PathLink> : <span className="date-text">{day}</span>} {organisation.name}</li>)}
        </ul>
      </SideForm>
    </>
  );
}

function useColumns(asked: Readonly<Record<string, string>>, mayRecommend: boolean, recommend: (session: string, recommended: boolean) => void): readonly [Column<LectureRow>, ...Column<LectureRow>[]] {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const say = useWords();
  const { language } = useLanguage();
  const joined = (all: readonly string[]): string => all.join(language === 'zh' ? '、' : ', ');
  const kept = Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== '' && value !== 'all' && name !== 'heard'));
  return [
    { key: 'topic', title: words.topic, text: (row) => row.topic, cell: (row) => (row.visible ? <PathLink to={paths.session(row.session)}>{row.topic}</PathLink> : row.topic) },
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'speaker', title: t.speaker, text: (row) => joined(row.speakers) },
    { key: 'kind', title: t.kind, text: (row) => joined(row.activities.map(({ label }) => say(label))) },
    { key: 'day', title: t.day, text: (row) => row.day, cell: (row) => <span className="date-text">{row.day}</span> },
    { key: 'heard', title: t.heard, figures: true, text: (row) => row.heard.length, cell: (row) => <CountLink to={paths.lectures()} search={{ ...kept, year: row.day.slice(0, 4), heard: row.session }} value={row.heard.length} label={t.heardOf(row.topic, row.heard.length)} /> },
    { key: 'state', title: t.state, text: (row) => (row.recommended ? t.only : ''), cell: (row) => (row.recommended ? <StatusTag status="recommended" /> : null) },
    ...(mayRecommend ? [{
      key: 'act', title: '', screenOnly: true as const, text: () => '',
      cell: (row: LectureRow) => <Button size="small" aria-label={row.recommended ? t.takeOne(row.topic) : t.recommendOne(row.topic)} onClick={() => recommend(row.session, !row.recommended)}>{row.recommended ? t.take : t.recommend}</Button>,
    }] : []),
  ];
}
