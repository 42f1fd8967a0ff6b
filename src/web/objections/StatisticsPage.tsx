import { matterWords } from '#domain/objections/fact-words.ts';
import { type ObjectionCountsRow, readObjectionStatistics } from '#domain/objections/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import '#web/ui/room.css';
import './objections.css';

const texts = defineTexts({
  zh: {
    title: '异议办理情况', back: '返回异议列表', matter: '类别', raised: '提出', open: '在办', upheld: '采纳', partly: '部分采纳', rejected: '不采纳', withdrawn: '撤回', inTime: '按时办理', overdue: '逾期', median: '办结天数（中位）',
    quarter: '季度', of: (quarter: number) => `第 ${quarter} 季度`, none: '本年没有异议', next: '有异议提出后，按提出的季度统计公布，不列姓名。',
    note: (answer: number, review: number) => `按提出日期统计；答复 ${answer} 个工作日、复核 ${review} 个工作日，按时和逾期按办理环节计；办结天数为工作日。对全体党员公布，不列姓名。`,
  },
  en: {
    title: 'How objections were dealt with', back: 'Back to the objections', matter: 'Kind', raised: 'Raised', open: 'Open', upheld: 'Upheld', partly: 'Partly', rejected: 'Rejected', withdrawn: 'Withdrawn', inTime: 'In time', overdue: 'Overdue', median: 'Median days',
    quarter: 'Quarter', of: (quarter) => `Quarter ${quarter}`, none: 'No objections this year', next: 'What is raised is counted here by quarter, without names.',
    note: (answer, review) => `By the day raised. An answer is due in ${answer} working days and a review in ${review}; in time and overdue count steps; days are working days. Published to all members, without names.`,
  },
});

interface Row extends ObjectionCountsRow {
  readonly quarter: number;
}

/** Published to everybody: counts by quarter and kind, and nobody's name. */
export function StatisticsPage() {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const [{ year }, ask] = useAddress({ year: today.slice(0, 4) });
  const [view, setView] = useTableView();
  const read = useCall(readObjectionStatistics, { year: Number(year) }, { keep: true });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  const rows = read.data?.quarters.flatMap(({ quarter, rows: of }) => of.map((it): Row => ({ ...it, quarter })));
  const count = (key: Exclude<keyof Row, 'matter' | 'quarter' | 'medianDays'>): Column<Row> => ({ key, title: t[key], figures: true, text: (row) => row[key] });
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { key: 'quarter', title: t.quarter, text: (row) => t.of(row.quarter) }, { key: 'matter', title: t.matter, text: (row) => say(matterWords[row.matter]) },
    count('raised'), count('open'), count('upheld'), count('partly'), count('rejected'), count('withdrawn'), count('inTime'), count('overdue'),
    { key: 'medianDays', title: t.median, figures: true, text: (row) => row.medianDays ?? '' },
  ];
  return (
    <div className="objection-statistics">
      <PageHeader title={t.title} beside={<YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />} actions={<PathLink to={paths.objections()} className="link-button">{t.back}</PathLink>} />
      <DataTable
        name="objection-statistics" title={t.title} rows={rows} rowKey={(row) => `${row.quarter} ${row.matter}`} columns={columns} view={view} onView={setView} asked={[year]} empty={{ title: t.none, next: t.next }}
        card={(row) => (
          <div className="objection-card">
            <p><b>{t.of(row.quarter)} {say(matterWords[row.matter])}</b></p>
            <p>{(['raised', 'open', 'upheld', 'partly', 'rejected', 'inTime', 'overdue'] as const).map((key) => `${t[key]} ${row[key]}`).join(' · ')}</p>
          </div>
        )}
      />
      {read.data ? <p className="objection-hint">{t.note(read.data.answerDays, read.data.reviewDays)}</p> : null}
    </div>
  );
}
