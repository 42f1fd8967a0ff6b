import { Select } from 'antd';
import { type GradeHistory, readGradeHistory } from '#domain/reviews/branch-contract.ts';
import { type Moved, type Movement, movements } from '#domain/reviews/movement.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { PastGrades } from './PastGrades.tsx';
import { fetchGrounds } from './review-grounds.ts';
import { reviewTexts } from './review-texts.ts';
import './reviews.css';

const texts = defineTexts({
  zh: {
    title: '历年等次', from: '起始年度', to: '对比年度', matrix: '等次变化', was: (year: string) => `${year} 年度`, is: (year: string) => `${year} 年度`, all: '全部党支部', empty: '还没有审定的年度考核', emptyNext: '年度考核审定后，在此查看各年等次。', one: '有两个年度审定后，在此对比等次变化。',
    newBest: '先进增量', risen: '中间提升', recovered: '后进转化', same: '保持', lowered: '下降', revised: (n: number) => `（第 ${n} 次修订）`, back: '返回年度考核', none: '–',
  },
  en: {
    title: 'Grades over the years', from: 'From', to: 'To', matrix: 'Movement', was: (year) => `in ${year}`, is: (year) => `in ${year}`, all: 'All branches', empty: 'No review is approved yet', emptyNext: 'The grades of a year are shown once its review is approved.', one: 'Two approved years are compared here.',
    newBest: 'New at the top', risen: 'Risen', recovered: 'Recovered', same: 'Unchanged', lowered: 'Fallen', revised: (n) => ` (revision ${n})`, back: 'Back to the annual review', none: '–',
  },
});

const kinds: readonly Movement[] = ['newBest', 'risen', 'recovered', 'same', 'lowered'];
const BRANCHES_ON_A_PAGE = 100;

/** 历年等次: from approved reviews alone, how branches moved from one year to another, and every grade of every year (S1-25). */
export function GradeHistoryPage() {
  const t = useTexts(texts);
  const say = useWords();
  const [asked, ask] = useAddress({ organisation: '', from: '', to: '', was: '', is: '', movement: '' });
  const read = useCall(readGradeHistory, asked.organisation === '' ? {} : { organisation: asked.organisation }, { keep: true });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const to = Number(asked.to === '' ? data.years.at(-1) ?? 0 : asked.to);
  const from = Number(asked.from === '' ? data.years.findLast((it) => it < to) ?? 0 : asked.from);
  const known = data.branches.flatMap((it) => it.years.map(({ year, grade }) => ({ organisation: it.organisation.id, year, grade })));
  const moved = movements(known, data.grades.map(({ id }) => id), from, to);
  const shown = moved.filter((it) => (asked.was === '' || it.from === asked.was) && (asked.is === '' || it.to === asked.is) && (asked.movement === '' || it.movement === asked.movement)).map(({ organisation }) => organisation);
  const gradeOf = (id: string): string => data.grades.filter((it) => it.id === id).map(({ label }) => say(label)).join('');
  const kind = kinds.find((it) => it === asked.movement);
  const inWords = [`${from} → ${to}`, asked.was === '' && asked.is === '' ? '' : `${gradeOf(asked.was)} → ${gradeOf(asked.is)}`, kind ? t[kind] : ''];
  const narrowed = asked.was !== '' || asked.is !== '' || asked.movement !== '';
  const choose = (label: string, value: number, onChoose: (year: string) => void) => (
    <Select aria-label={label} value={String(value)} options={data.years.map((it) => ({ value: String(it), label: t.was(String(it)) }))} onChange={onChoose} />
  );
  return (
    <div className="review-page">
      <PageHeader
        title={t.title} count={narrowed ? shown.length : data.branches.length}
        beside={data.years.length < 2 ? undefined : <>{choose(t.from, from, (year) => ask({ from: year }))} → {choose(t.to, to, (year) => ask({ to: year }))}</>}
        actions={<>{data.entering.length === 0 ? null : <PastGrades of={data} />}<PathLink to={paths.reviews()} className="link-button">{t.back}</PathLink></>}
      />
      {data.years.length === 0 ? <EmptyState title={t.empty} next={t.emptyNext} /> : (
        <>
          {data.years.length < 2 ? <p className="review-hint">{t.one}</p> : <Matrix grades={data.grades} moved={moved} from={from} to={to} organisation={data.organisation.id} />}
          {narrowed ? <p><PathLink to={paths.gradeHistory()} search={{ organisation: data.organisation.id, from: String(from), to: String(to) }}>{t.all}</PathLink></p> : null}
          <Grades of={data} only={narrowed ? shown : null} asked={narrowed ? inWords : []} />
        </>
      )}
    </div>
  );
}

interface MatrixProperties {
  readonly grades: GradeHistory['grades'];
  readonly moved: readonly Moved[];
  readonly from: number;
  readonly to: number;
  readonly organisation: string;
}

/** Rows are the earlier year, columns the later; each count leads to its branches. */
function Matrix({ grades, moved, from, to, organisation }: MatrixProperties) {
  const t = useTexts(texts);
  const say = useWords();
  const about = { organisation, from: String(from), to: String(to) };
  const count = (some: readonly Moved[], search: Readonly<Record<string, string>>, label: string) => (
    some.length === 0 ? <span className="review-none">0</span> : <CountLink to={paths.gradeHistory()} search={{ ...about, ...search }} value={some.length} label={`${label} ${some.length}`} />
  );
  return (
    <section className="review-section" aria-label={t.matrix}>
      <h2>{t.matrix}</h2>
      <p className="review-places">{kinds.map((kind) => <span key={kind}>{t[kind]} {count(moved.filter(({ movement }) => movement === kind), { movement: kind }, t[kind])}</span>)}</p>
      <div className="review-scroll" role="group" aria-label={t.matrix} tabIndex={0}>
        <table className="review-numbers">
          <thead><tr><th scope="col">{t.was(String(from))} → {t.is(String(to))}</th>{grades.map(({ id, label }) => <th key={id} scope="col" className="figures">{say(label)}</th>)}</tr></thead>
          <tbody>
            {grades.map((was) => (
              <tr key={was.id}>
                <th scope="row">{say(was.label)}</th>
                {grades.map((is) => <td key={is.id} className="figures">{count(moved.filter((it) => it.from === was.id && it.to === is.id), { was: was.id, is: is.id }, `${say(was.label)} → ${say(is.label)}`)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Row = GradeHistory['branches'][number];

function Grades({ of, only, asked }: { readonly of: GradeHistory; readonly only: readonly string[] | null; readonly asked: readonly string[] }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  const [view, setView] = useTableView(BRANCHES_ON_A_PAGE);
  const gradeIn = (row: Row, year: number) => row.years.find((it) => it.year === year);
  const textIn = (row: Row, year: number): string => {
    const found = gradeIn(row, year);
    return found?.label ? `${say(found.label)}${found.revision === 0 ? '' : t.revised(found.revision)}` : t.none;
  };
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { key: 'branch', title: words.branch, text: ({ organisation }) => organisation.name, cell: ({ organisation }) => <PathLink to={paths.branchReview()} search={{ branch: organisation.id }}>{organisation.name}</PathLink> },
    ...of.years.map((year): Column<Row> => ({
      key: String(year), title: String(year), text: (row) => textIn(row, year),
      cell: (row) => (gradeIn(row, year)?.label ? <Figure value={textIn(row, year)} grounds={fetchGrounds(row.organisation.id, year, gradeIn(row, year)?.revision)} /> : <span className="review-none">{t.none}</span>),
    })),
  ];
  const rows = only === null ? of.branches : of.branches.filter(({ organisation }) => only.includes(organisation.id));
  return <DataTable name="grade-history" title={`${t.title} ${of.organisation.name}`} rows={rows} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} asked={asked} empty={{ title: t.empty }} />;
}
