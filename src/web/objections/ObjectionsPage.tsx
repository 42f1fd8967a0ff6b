import { Segmented } from 'antd';
import { matterWords } from '#domain/objections/fact-words.ts';
import { listObjections, type ObjectionLine } from '#domain/objections/list-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { branchPosts, either, office } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { Clock } from './Clock.tsx';
import { objectionTexts, tagOfStanding } from './objection-texts.ts';
import '#web/ui/room.css';
import './objections.css';

const texts = defineTexts({
  zh: {
    own: '我提出的', open: '在办', done: '已办结', statistics: '办理情况公布', mine: '待我办理',
    none: { own: '没有提出过异议', open: '没有在办的异议', done: '没有已办结的异议' },
    next: { own: '对积分或得分有异议的，点开分值，在依据中找到有误的记录，选“提出异议”。', open: '党员或党支部提出异议后，列在这里。', done: '办结的异议列在这里，可打印决定书。' },
  },
  en: {
    own: 'Raised by me', open: 'Open', done: 'Done', statistics: 'Published statistics', mine: 'waits for me',
    none: { own: 'You have raised no objection', open: 'No open objections', done: 'No settled objections' },
    next: { own: 'To object, open a figure, find the wrong entry among its grounds and choose Object.', open: 'What members or branches object to stands here.', done: 'What was settled stands here, with its decision to print.' },
  },
});

const lists = ['own', 'open', 'done'] as const;

/** One's own objections with their clock, and for those who answer or review, what is open and what is done. */
export function ObjectionsPage() {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const who = useWhoAmI();
  const answers = either(branchPosts, office)(who);
  const [asked, ask] = useAddress({ list: answers ? 'open' : 'own' });
  const [view, setView] = useTableView();
  const list = lists.find((it) => it === asked.list) ?? 'own';
  const read = useCall(listObjections, { list }, { keep: true });
  const columns = useColumns(list);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  return (
    <>
      <PageHeader title={words.title} count={read.data?.items.length} actions={<PathLink to={paths.objectionStatistics()} className="link-button">{t.statistics}</PathLink>} />
      <DataTable
        key={list} name={list === 'own' ? 'my-objections' : 'objections'} title={words.title} rows={read.data?.items} rowKey={(row) => `${row.objection} ${row.raisedOn}`} columns={columns} view={view} onView={setView}
        asked={[t[list]]} empty={{ title: t.none[list], next: t.next[list] }}
        filters={answers ? <Segmented value={list} options={lists.map((it) => ({ value: it, label: t[it] }))} onChange={(chosen) => ask({ list: chosen })} /> : undefined}
        card={(row) => (
          <div className="objection-card">
            <p><PathLink to={placeOf(row)}><About of={row} /></PathLink></p>
            <p><StatusTag status={tagOfStanding[row.standing]} />{row.toMove ? <b className="objection-mine">{t.mine}</b> : null} <Clock of={row} /></p>
            <p className="faint">{row.subject.name}{row.verdict === null ? '' : `${words.join}${words.verdicts[row.verdict]}`}</p>
          </div>
        )}
      />
    </>
  );
}

function About({ of }: { readonly of: ObjectionLine }) {
  const say = useWords();
  return <b>{say(of.label)}</b>;
}

function useColumns(list: (typeof lists)[number]): readonly [Column<ListedObjection>, ...Column<ListedObjection>[]] {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const bodyOf = (row: ObjectionLine): string => (row.body === 'office' ? words.office : row.organisation.name);
  return [
    { key: 'about', title: words.about, text: (row) => say(row.label), cell: (row) => <PathLink to={placeOf(row)}>{say(row.label)}</PathLink> },
    ...(list === 'own' ? [] : [{ key: 'whose', title: words.whose, text: (row: ObjectionLine) => row.subject.name }]),
    { key: 'matter', title: words.matter, text: (row) => say(matterWords[row.matter]) },
    { key: 'body', title: words.body, text: bodyOf },
    { key: 'state', title: words.state, text: (row) => say(statuses[tagOfStanding[row.standing]].words), cell: (row) => <><StatusTag status={tagOfStanding[row.standing]} />{row.toMove ? <b className="objection-mine">{t.mine}</b> : null}</> },
    ...(list === 'done' ? [] : [{ key: 'until', title: words.until, text: (row: ObjectionLine) => row.deadline ?? '', cell: (row: ObjectionLine) => <Clock of={row} /> }]),
    ...(list === 'open' ? [] : [{ key: 'verdict', title: words.verdict, text: (row: ObjectionLine) => (row.verdict === null ? '' : words.verdicts[row.verdict]) }]),
    { key: 'raisedOn', title: words.raisedOn, text: (row) => row.raisedOn, cell: (row) => <span className="date-text">{row.raisedOn}</span> },
  ];
}

interface ListedObjection extends ObjectionLine {
  readonly toMove: boolean;
  readonly mine: boolean;
  readonly statement: string | null;
  readonly evaluation: { readonly organisation: string; readonly year: number } | null;
}

/** What was objected to on a statement or an annual evaluation is dealt with there. */
function placeOf({ statement, evaluation, mine, objection }: ListedObjection): string {
  if (statement !== null) return paths.statement(statement);
  if (evaluation === null) return paths.objection(objection);
  return mine ? paths.myResults() : paths.memberReview(evaluation.organisation, String(evaluation.year));
}
