import { type ReferenceLine, readAwardReference } from '#domain/evaluations/result-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    title: '评优参考', only: '仅供评选参考，不自动产生。按支部和编号排列，不分先后，不列分数。', conditions: (all: string) => `条件：${all}。`, approved: (count: number) => `已审定的党支部 ${count} 个。`, back: '各支部综合评价',
    none: '目前没有符合条件的党员', next: '各支部的年度综合评价审定后，符合条件的列入。',
  },
  en: {
    title: 'Reference for awards', only: 'For those who choose, and never automatic. By branch and number, in no order of merit and without points.', conditions: (all) => `Conditions: ${all}.`, approved: (count) => `${count} branches are approved.`, back: 'Back to the evaluations',
    none: 'Nobody meets the conditions yet', next: 'They are listed once the evaluations of their branches are approved.',
  },
});

/** 评优参考: whose approved year meets the conditions of the scheme (S0-31). */
export function AwardReferencePage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [{ year: asked }, ask] = useAddress({ year: '' });
  const [view, setView] = useTableView(100);
  const list = useCall(readAwardReference, asked === '' ? {} : { year: Number(asked) }, { keep: true });
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const { data } = list;
  const year = String(data?.year ?? asked);
  const columns: readonly [Column<ReferenceLine>, ...Column<ReferenceLine>[]] = [
    { key: 'name', title: words.name, text: (row) => row.person.name },
    { key: 'number', title: words.number, text: (row) => row.person.number },
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'grade', title: words.approved, text: (row) => say(row.grade) },
  ];
  const conditions = data?.conditions.map((it) => say(it)).join(language === 'zh' ? '，' : ', ') ?? '';
  return (
    <>
      <PageHeader
        title={t.title} beside={year === '' ? null : <YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />}
        actions={<PathLink to={paths.memberReviews()} search={{ year }} className="link-button">{t.back}</PathLink>}
      />
      <p className="evaluation-until">{t.only}</p>
      {data ? <p className="evaluation-hint">{t.conditions(conditions)} <CountLink to={paths.memberReviews()} search={{ year, stage: 'approved' }} value={data.approved}>{t.approved(data.approved)}</CountLink></p> : null}
      <DataTable
        name="award-reference" title={t.title} rows={data?.items} rowKey={(row) => row.person.id} columns={columns} view={view} onView={setView} asked={[words.year(year), t.only]}
        empty={{ title: t.none, next: t.next }}
      />
    </>
  );
}
