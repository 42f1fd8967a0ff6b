import { readScoreBoard, type ScoreBoard, type ScoreBoardRow } from '#domain/assessments/board-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { fetchGrounds } from './score-columns.tsx';
import { scoreBoardTexts } from './score-board-texts.ts';
import './score-brief.css';

const BEHIND = 5;

/** One A4 for the leader of the bureau: every branch with its progress, what changed, and why five are behind (finding 24). */
export function ScoreBriefPage() {
  const t = useTexts(scoreBoardTexts);
  const { today } = useWhoAmI();
  const [{ year, committee }] = useAddress({ year: today.slice(0, 4), committee: '' });
  const board = useCall(readScoreBoard, { year: Number(year), ...(committee === '' ? {} : { organisation: committee }) });
  if (board.error) return <PageFault refusal={board.error.refusal} />;
  if (!board.data) return <PageSkeleton />;
  const back = <PathLink to={paths.scoreBoard()} search={{ year, ...(committee === '' ? {} : { committee }) }} className="link-button">{t.back}</PathLink>;
  return <Paper title={t.brief} back={back} sheets={[<Brief key="brief" board={board.data} />]} />;
}

function Brief({ board }: { readonly board: ScoreBoard }) {
  const t = useTexts(scoreBoardTexts);
  const marks = useMarks();
  const say = useWords();
  return (
    <div className="score-brief">
      <h1>{t.briefTitle(board.year)}<small>{t.briefAsOf(board.asOf.day)}{board.asOf.behind ? ` · ${t.behind}` : ''}</small></h1>
      <table>
        <thead><tr><th>{t.number}</th><th>{t.branch}</th><th>{t.total}</th><th>{t.progress}</th><th>{t.change}</th><th>{t.lacking}</th><th>{t.problem}</th></tr></thead>
        <tbody>{board.items.map((row, at) => <Line key={row.organisation.id} row={row} at={at} board={board} />)}</tbody>
      </table>
      <h2>{t.behindFive}</h2>
      <ol>
        {behindIn(board.items).map(({ organisation, worst }) => (
          <li key={organisation.id}>{organisation.name}{marks.colon}{worst === null ? t.nothingMissing : t.reason(say(worst.label), say(worst.words))}</li>
        ))}
      </ol>
      <p className="score-brief-foot">{board.quarter === null ? `${t.quarterNone} · ` : ''}{t.foot}</p>
    </div>
  );
}

function Line({ row, at, board: { year, quarter } }: { readonly row: ScoreBoardRow; readonly at: number; readonly board: ScoreBoard }) {
  const say = useWords();
  const grounds = fetchGrounds(row.organisation.id, year);
  const change = row.value === null || row.quarterValue === null || quarter === null ? null : row.value - row.quarterValue;
  return (
    <tr>
      <td className="paper-figure">{at + 1}</td>
      <th scope="row">{row.organisation.name}</th>
      <td className="paper-figure"><Figure value={row.value} grounds={grounds} /></td>
      <td className="paper-figure"><Figure value={row.progressToDate} format="percent" grounds={grounds} /></td>
      <td className="paper-figure">{change === null ? '–' : <Figure value={change} grounds={grounds}>{changeText(change)}</Figure>}</td>
      <td className="paper-figure"><CountLink to={paths.branchScore()} search={{ branch: row.organisation.id, year: String(year), show: 'gaps' }} value={row.lacking} /></td>
      <td>{row.worst === null ? '' : say(row.worst.label)}</td>
    </tr>
  );
}

/** The five with the least progress, in the order of their numbers: a list for help, no table of ranks (D-61). */
function behindIn(rows: readonly ScoreBoardRow[]): readonly ScoreBoardRow[] {
  const known = rows.filter(({ progressToDate }) => progressToDate !== null);
  const least = new Set(known.toSorted((one, other) => (one.progressToDate ?? 0) - (other.progressToDate ?? 0)).slice(0, BEHIND));
  return rows.filter((row) => least.has(row));
}
