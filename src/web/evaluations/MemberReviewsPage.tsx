import type { ReactNode } from 'react';
import { listMemberReviews, type ReviewLine } from '#domain/evaluations/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { StateCounts } from '#web/shell/StateCounts.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { evaluationTexts, tagOfReview } from './evaluation-texts.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    taking: '参评', graded: '已评定', best: '优秀／名额', objected: '异议', moved: '办理日期', of: (best: number, places: number) => `${best}／${places}`,
    approved: '已审定', submitted: '待审定', returned: '退回', order: '按编号排列。',
    reference: '评优参考', empty: '没有您办理的党支部', next: '党支部在“组织机构”中建立；应由您办理而没有列出的，请安全管理员核对您的职责。',
  },
  en: {
    taking: 'Evaluated', graded: 'Graded', best: 'Best / places', objected: 'Objections', moved: 'Since', of: (best, places) => `${best} / ${places}`,
    approved: 'Approved', submitted: 'Waiting for approval', returned: 'Returned', order: 'By number.',
    reference: 'Reference for awards', empty: 'No branch of yours', next: 'Branches are founded under Organisations; ask the security administrator when one of yours is missing.',
  },
});

/** How far each branch is with a year, by number: the office's list, and of a branch its own line. */
export function MemberReviewsPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [{ year: asked, stage }, ask] = useAddress({ year: '', stage: '' });
  const [view, setView] = useTableView(100, ['stage']);
  const list = useCall(listMemberReviews, asked === '' ? {} : { year: Number(asked) }, { keep: true });
  const year = String(list.data?.year ?? asked);
  const columns = useColumns(year);
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const items = list.data?.items ?? [];
  const chosen = stages.find((it) => it === stage);
  return (
    <>
      <PageHeader
        title={words.title} beside={year === '' ? null : <YearSteps year={year} onChoose={(next) => ask({ year: next, stage: '' })} />}
        actions={list.data?.mayReadReference ? <PathLink to={paths.awardReference()} className="link-button">{t.reference}</PathLink> : undefined}
      />
      {items.length > 1 ? <p className="evaluation-hint">{t.order}</p> : null}
      {items.length > 1 ? <StateCounts counts={stages.map((id) => ({ id, label: t[id], count: items.filter((it) => it.stage === id).length }))} to={paths.memberReviews()} search={{ year }} filter="stage" chosen={stage} /> : null}
      <DataTable
        name="member-reviews" title={words.title} rows={list.data?.items.filter((it) => chosen === undefined || it.stage === chosen)} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[year, chosen === undefined ? '' : t[chosen]]}
        empty={{ title: t.empty, next: t.next }}
        card={(row) => (
          <div className="evaluation-card">
            <p><PathLink to={paths.memberReview(row.organisation.id, year)}><b>{row.organisation.name}</b></PathLink> <StatusTag status={tagOfReview[row.stage]} /></p>
            {row.taking === 0 ? null : <p className="evaluation-hint">{t.taking} <People of={row} value={row.taking} year={year} label={t.taking} /> · {t.graded} <People of={row} value={row.graded} year={year} label={t.graded} /></p>}
          </div>
        )}
      />
    </>
  );
}

interface Counted {
  readonly of: ReviewLine;
  readonly value: number;
  readonly year: string;
  readonly label: string;
  readonly children?: ReactNode;
}

/** How many members: they stand in the review of their branch, one by one. */
const People = ({ of, value, year, label, children }: Counted) => <CountLink to={paths.memberReview(of.organisation.id, year)} value={value} label={label}>{children}</CountLink>;

const stages = ['approved', 'submitted', 'returned'] as const;

function useColumns(year: string): readonly [Column<ReviewLine>, ...Column<ReviewLine>[]] {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const people = (key: 'taking' | 'graded' | 'objected'): Column<ReviewLine> => ({
    key, title: t[key], figures: true, text: (row) => row[key], cell: (row) => (row[key] === 0 ? null : <People of={row} value={row[key]} year={year} label={t[key]} />),
  });
  return [
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name, cell: (row) => <PathLink to={paths.memberReview(row.organisation.id, year)}>{row.organisation.name}</PathLink> },
    { key: 'number', title: words.number, text: (row) => row.organisation.number },
    { key: 'state', title: words.state, text: (row) => say(statuses[tagOfReview[row.stage]].words), cell: (row) => <StatusTag status={tagOfReview[row.stage]} /> },
    people('taking'), people('graded'),
    {
      key: 'best', title: t.best, figures: true, text: (row) => (row.places === null ? '' : t.of(row.best, row.places)),
      cell: (row) => (row.places === null ? null : <People of={row} value={row.best} year={year} label={t.best}>{t.of(row.best, row.places)}</People>),
    },
    people('objected'),
    { key: 'moved', title: t.moved, text: (row) => (row.movedOn === null ? '' : dayText(row.movedOn, language)) },
  ];
}
