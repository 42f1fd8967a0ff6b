import { listMemberReviews, type ReviewLine } from '#domain/evaluations/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useTableView } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { evaluationTexts, tagOfReview } from './evaluation-texts.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    taking: '参评', graded: '已评定', best: '优秀／名额', objected: '异议', moved: '办理日期', of: (best: number, places: number) => `${best}／${places}`, people: (count: number) => `${count} 人`,
    sum: (all: number, approved: number, waiting: number, back: number) => `共 ${all} 个支部：已审定 ${approved}，待审定 ${waiting}，退回 ${back}。按编号排列。`,
    reference: '评优参考', empty: '没有您办理的党支部', next: '请向党务干部确认您的职责。',
  },
  en: {
    taking: 'Evaluated', graded: 'Graded', best: 'Best / places', objected: 'Objections', moved: 'Since', of: (best, places) => `${best} / ${places}`, people: (count) => String(count),
    sum: (all, approved, waiting, back) => `${all} branches: ${approved} approved, ${waiting} waiting for approval, ${back} returned. By number.`,
    reference: 'Reference for awards', empty: 'No branch of yours', next: 'Ask the office about your role.',
  },
});

/** How far each branch is with a year, by number: the office's list, and of a branch its own line. */
export function MemberReviewsPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [{ year: asked }, ask] = useAddress({ year: '' });
  const [view, setView] = useTableView(100);
  const list = useCall(listMemberReviews, asked === '' ? {} : { year: Number(asked) }, { keep: true });
  const year = String(list.data?.year ?? asked);
  const columns = useColumns(year);
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const items = list.data?.items ?? [];
  const count = (stage: ReviewLine['stage']) => items.filter((it) => it.stage === stage).length;
  return (
    <>
      <PageHeader
        title={words.title} beside={year === '' ? null : <YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />}
        actions={list.data?.mayReadReference ? <PathLink to={paths.awardReference()} className="link-button">{t.reference}</PathLink> : undefined}
      />
      {items.length > 1 ? <p className="evaluation-hint">{t.sum(items.length, count('approved'), count('submitted'), count('returned'))}</p> : null}
      <DataTable
        name="member-reviews" title={words.title} rows={list.data?.items} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} asked={[year]}
        empty={{ title: t.empty, next: t.next }}
        card={(row) => (
          <div className="evaluation-card">
            <p><PathLink to={paths.memberReview(row.organisation.id, year)}><b>{row.organisation.name}</b></PathLink> <StatusTag status={tagOfReview[row.stage]} /></p>
            {row.taking === 0 ? null : <p className="evaluation-hint">{t.taking} {t.people(row.taking)} · {t.graded} {t.people(row.graded)}</p>}
          </div>
        )}
      />
    </>
  );
}

function useColumns(year: string): readonly [Column<ReviewLine>, ...Column<ReviewLine>[]] {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const people = (count: number) => (count === 0 ? '' : t.people(count));
  return [
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name, cell: (row) => <PathLink to={paths.memberReview(row.organisation.id, year)}>{row.organisation.name}</PathLink> },
    { key: 'number', title: words.number, text: (row) => row.organisation.number },
    { key: 'state', title: words.state, text: (row) => say(statuses[tagOfReview[row.stage]].words), cell: (row) => <StatusTag status={tagOfReview[row.stage]} /> },
    { key: 'taking', title: t.taking, text: (row) => people(row.taking) },
    { key: 'graded', title: t.graded, text: (row) => people(row.graded) },
    { key: 'best', title: t.best, text: (row) => (row.places === null ? '' : t.of(row.best, row.places)) },
    { key: 'objected', title: t.objected, text: (row) => people(row.objected) },
    { key: 'moved', title: t.moved, text: (row) => (row.movedOn === null ? '' : dayText(row.movedOn, language)) },
  ];
}
