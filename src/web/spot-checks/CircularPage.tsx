import { Select } from 'antd';
import { useEffect } from 'react';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { type Circular, type CircularRow, readCircular } from '#domain/spot-checks/circular-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText, figureWords } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { CircularActs } from './CircularActs.tsx';
import { drawTexts } from './draw-texts.ts';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    title: '季度抽查通报附表', back: '返回抽取名单', total: '合计', branch: '支部', number: '编号', problems: '问题（未销号）', problemsOf: (open: number, all: number) => `${all}（${open}）`,
    head: (day: string, drawn: number, confirmed: number) => `截至 ${day} 的得分；本季度抽查 ${drawn} 个支部，核定 ${confirmed} 个。括号内为核定分与计算分之差。按支部编号排列，不排名次。`, mark: '抽查',
    draft: '（未发布）', revised: (n: number) => `（第 ${n} 次修订）`, issuedOn: (day: string, seq: number) => `${day} 发布，依据第 ${seq} 号以前的工作记录。`, why: (reason: string) => `修订理由：${reason}。改动处注明原发布的数值。`, was: (value: string) => `原 ${value}`,
    none: '这个季度的通报还没有发布', noneNext: '季度已过，附表在发布时核算一次，此后不变。由党务办点“发布通报”。', which: '发布版本', first: '首次发布', version: (n: number) => `第 ${n} 次修订`, noValue: '无',
  },
  en: {
    title: 'Table of the quarterly circular', back: 'Back to the draw', total: 'Total', branch: 'Branch', number: 'No.', problems: 'Problems (open)', problemsOf: (open, all) => `${all} (${open})`,
    head: (day, drawn, confirmed) => `Scores as of ${day}; ${drawn} branches were drawn this quarter, ${confirmed === 1 ? '1 sheet is' : `${confirmed} sheets are`} confirmed. In brackets: checked less computed. By number; nobody is ranked.`, mark: 'checked',
    draft: '(not issued)', revised: (n) => `(revision ${n})`, issuedOn: (day, seq) => `Issued on ${day} from the record up to entry ${seq}.`, why: (reason) => `Revised because: ${reason}. Beside each changed number stands what was issued before.`, was: (value) => `was ${value}`,
    none: 'The circular of this quarter is not issued yet', noneNext: 'The quarter is past: the table is worked out once when it is issued, and stays. The office issues it.', which: 'Issue', first: 'as first issued', version: (n) => `revision ${n}`, noValue: 'none',
  },
});
const ASK_AGAIN_MS = 700;

/** 季度通报附表: every branch, aspect by aspect, on A4, as it was issued; what the check changed stands beside the marks of those that were drawn. */
export function CircularPage() {
  const t = useTexts(texts);
  const draw = useField('draw');
  const [{ issue }, ask] = useAddress({ issue: '' });
  const circular = useCall(readCircular, { draw, ...(issue === '' ? {} : { nth: Number(issue) }) }, { keep: true });
  const moving = isUnderWay(circular.data?.job ?? null);
  const { refetch, data } = circular;
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, refetch]);
  if (circular.error) return <PageFault refusal={circular.error.refusal} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const last = data.issues.at(-1)?.nth;
  const acts = <CircularActs of={data} draw={draw} onIssued={() => { ask({ issue: '' }); void refetch(); }} />;
  const back = <PathLink to={paths.draw(draw)} className="link-button">{t.back}</PathLink>;
  return (
    <>
      {data.items.length === 0 ? <><PageHeader title={t.title} actions={back} />{acts}<EmptyState title={t.none} next={t.noneNext} /></> : (
        <Paper
          title={t.title} back={back} acts={acts} draft={data.may.issue && data.issues.length === 0} sheets={[<Table key="table" circular={data} />]}
          choices={data.issues.length < 2 ? null : (
            <Select
              aria-label={t.which} value={data.issued?.nth ?? null} options={data.issues.map((it) => ({ value: it.nth, label: it.nth === 1 ? t.first : t.version(it.nth - 1) }))}
              onChange={(chosen: number) => ask({ issue: chosen === last ? '' : String(chosen) })}
            />
          )}
        />
      )}
    </>
  );
}

function Table({ circular }: { readonly circular: Circular }) {
  const t = useTexts(texts);
  const say = useWords();
  const { quarterOf } = useTexts(drawTexts);
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const { issued } = circular;
  const standing = issued === null ? t.draft : issued.nth > 1 ? t.revised(issued.nth - 1) : '';
  const said = [t.head(circular.day, circular.sheets, circular.confirmed), issued === null ? '' : t.issuedOn(issued.on, issued.seq), issued === null || issued.reason === '' ? '' : t.why(issued.reason)];
  return (
    <>
      <h1><small>{bureau[language]} {circular.organisation.name}</small>{t.title}<small>{quarterOf(circular.window)}{language === 'zh' ? '' : ' '}{standing}</small></h1>
      <p className="check-paper-text">{said.filter((it) => it !== '').join(language === 'zh' ? '' : ' ')}</p>
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
      <th scope="row">{row.organisation.name}{row.drawn ? <small> {t.mark}</small> : null}</th>
      {row.cells.map((cell) => <td key={cell.aspect} className="paper-figure"><Mark of={cell} grounds={source(cell.aspect)} /></td>)}
      <td className="paper-figure"><Mark of={row} grounds={source(null)} /></td>
      <td className="paper-figure">{row.problems === 0 ? '' : <CountLink to={paths.problems()} search={{ organisation: row.organisation.id }} value={row.problems}>{t.problemsOf(row.open, row.problems)}</CountLink>}</td>
    </tr>
  );
}

function Mark({ of: { value, change, was }, grounds }: { readonly of: Pick<CircularRow, 'value' | 'change' | 'was'>; readonly grounds: () => Promise<NamedGrounds> }) {
  const t = useTexts(texts);
  return (
    <>
      {value === null ? '–' : <Figure value={value} grounds={grounds} />}
      {change === null ? null : <small className="check-change"><Figure value={change} grounds={grounds}>{`(${changeText(change)})`}</Figure></small>}
      {was === null ? null : <small className="check-was"><Figure value={value} grounds={grounds}>{t.was(figureWords(was.value, t.noValue))}</Figure></small>}
    </>
  );
}

/** The score of a branch on the day of the circular as it was known when that was issued, or an aspect of it, fetched when somebody asks why. */
const fetchGrounds = (organisation: string, { window, day, issued }: Circular, aspect: string | null) => async (): Promise<NamedGrounds> => {
  const { grounds, names } = await call(readBranchScore, { organisation, year: Number(window.slice(0, 4)), day, ...(issued === null ? {} : { seq: issued.seq }) });
  const found: Grounds | null | undefined = aspect === null ? grounds : grounds?.children.find(({ id }) => id === aspect);
  if (!found) throw new Error('a mark has grounds');
  return { grounds: found, names };
};
