import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { type Circular, type CircularRow, readCircular } from '#domain/spot-checks/problem-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { drawTexts } from './draw-texts.ts';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    title: '季度抽查通报附表', back: '返回抽取名单', total: '合计', branch: '支部', number: '编号', problems: '问题（未销号）', problemsOf: (open: number, all: number) => `${all}（${open}）`,
    head: (day: string, drawn: number, confirmed: number) => `截至 ${day} 的得分；本季度抽查 ${drawn} 个支部，核定 ${confirmed} 个。括号内为核定分与计算分之差。按支部编号排列，不排名次。`, mark: '抽查',
  },
  en: {
    title: 'Table of the quarterly circular', back: 'Back to the draw', total: 'Total', branch: 'Branch', number: 'No.', problems: 'Problems (open)', problemsOf: (open, all) => `${all} (${open})`,
    head: (day, drawn, confirmed) => `Scores as of ${day}; ${drawn} branches were drawn this quarter, ${confirmed} sheets are confirmed. In brackets: checked less computed. By number; nobody is ranked.`, mark: 'checked',
  },
});

/** 季度通报附表: every branch, aspect by aspect, on A4; what the check changed stands beside the marks of those that were drawn. */
export function CircularPage() {
  const t = useTexts(texts);
  const draw = useField('draw');
  const circular = useCall(readCircular, { draw });
  if (circular.error) return <ErrorNote refusal={circular.error.refusal} onRetry={() => void circular.refetch()} />;
  if (!circular.data) return <PageSkeleton />;
  return <Paper title={t.title} back={<PathLink to={paths.draw(draw)} className="link-button">{t.back}</PathLink>} sheets={[<Table key="table" circular={circular.data} />]} />;
}

function Table({ circular }: { readonly circular: Circular }) {
  const t = useTexts(texts);
  const say = useWords();
  const { quarterOf } = useTexts(drawTexts);
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  return (
    <>
      <h1><small>{bureau[language]} {circular.organisation.name}</small>{t.title}<small>{quarterOf(circular.window)}</small></h1>
      <p className="check-paper-text">{t.head(circular.day, circular.sheets, circular.confirmed)}</p>
      <table className="check-circular">
        <thead><tr><th>{t.number}</th><th>{t.branch}</th>{circular.aspects.map((aspect) => <th key={aspect.id}>{say(aspect.label)}</th>)}<th>{t.total}</th><th>{t.problems}</th></tr></thead>
        <tbody>{circular.items.map((row) => <Line key={row.organisation.id} row={row} circular={circular} />)}</tbody>
      </table>
    </>
  );
}

function Line({ row, circular }: { readonly row: CircularRow; readonly circular: Circular }) {
  const t = useTexts(texts);
  const source = (aspect: string | null) => fetchGrounds(row.organisation.id, circular, aspect);
  return (
    <tr className={row.drawn ? 'check-drawn' : ''}>
      <td>{row.organisation.number}</td>
      <td>{row.organisation.name}{row.drawn ? <small> {t.mark}</small> : null}</td>
      {row.cells.map((cell) => <td key={cell.aspect} className="paper-figure"><Mark value={cell.value} change={cell.change} grounds={source(cell.aspect)} /></td>)}
      <td className="paper-figure"><Mark value={row.value} change={row.change} grounds={source(null)} /></td>
      <td className="paper-figure">{row.problems === 0 ? '' : <CountLink to={paths.problems()} search={{ organisation: row.organisation.id }} value={row.problems}>{t.problemsOf(row.open, row.problems)}</CountLink>}</td>
    </tr>
  );
}

interface MarkProperties {
  readonly value: number | null;
  readonly change: number | null;
  readonly grounds: () => Promise<NamedGrounds>;
}

const Mark = ({ value, change, grounds }: MarkProperties) => (
  <>
    {value === null ? '–' : <Figure value={value} grounds={grounds} />}
    {change === null ? null : <small className="check-change"><Figure value={change} grounds={grounds}>{changeText(change)}</Figure></small>}
  </>
);

/** The score of a branch on the day of the circular, or an aspect of it, fetched when somebody asks why. */
const fetchGrounds = (organisation: string, { window, day }: Circular, aspect: string | null) => async (): Promise<NamedGrounds> => {
  const { grounds, names } = await call(readBranchScore, { organisation, year: Number(window.slice(0, 4)), day });
  const found: Grounds | null | undefined = aspect === null ? grounds : grounds?.children.find(({ id }) => id === aspect);
  if (!found) throw new Error('a mark has grounds');
  return { grounds: found, names };
};
