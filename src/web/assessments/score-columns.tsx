import type { ScoreBoard, ScoreBoardRow } from '#domain/assessments/board-contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Words } from '#domain/words/words.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';
import { groundsIn } from './grounds-in.ts';
import { scoreBoardTexts } from './score-board-texts.ts';

type Cell = ScoreBoardRow['aspects'][number];

/** The columns of the board: the whole, then the aspects, or the items of the one that was chosen. */
export function useScoreColumns(board: ScoreBoard | undefined, aspect: string): readonly [Column<ScoreBoardRow>, ...Column<ScoreBoardRow>[]] {
  const t = useTexts(scoreBoardTexts);
  const say = useWords();
  const rows = board?.items ?? [];
  const year = board?.year ?? 0;
  const chosen = board?.aspects.find(({ id }) => id === aspect);
  const heads = chosen ? chosen.items : board?.aspects ?? [];
  const lackIn = (row: ScoreBoardRow, id: string): boolean => itemsUnder(board, id).some((item) => row.items.find((it) => it.id === item)?.state === 'lacks');
  const cellOf = (row: ScoreBoardRow, id: string): Cell | undefined => [...row.aspects, ...row.items].find((it) => it.id === id);
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, cell: ({ organisation }) => <PathLink to={paths.branchScore()} search={{ branch: organisation.id, year: String(year) }}>{organisation.name}</PathLink>, total: t.lackingBranches, totalCell: t.lackingBranches },
    {
      key: 'total', title: t.total, figures: true, text: (row) => figureWords(row.value, t.noBasis), number: { format: 'points', of: (row) => row.value },
      cell: (row) => (isCounted(row) ? <Figure value={row.value} grounds={fetchGrounds(row.organisation.id, year)} /> : notYet),
    },
    {
      key: 'progress', title: t.progress, figures: true, text: (row) => figureWords(row.progressToDate, t.noBasis), number: { format: 'percent', of: (row) => row.progressToDate },
      cell: (row) => (isCounted(row) ? <Figure value={row.progressToDate} format="percent" grounds={fetchGrounds(row.organisation.id, year)} /> : notYet),
    },
    {
      key: 'lacking', title: t.lacking, figures: true, text: (row) => row.lacking, totalCell: rows.reduce((sum, { lacking }) => sum + lacking, 0),
      cell: (row) => (row.lacking === 0 ? null : <CountLink to={paths.branchScore()} search={{ branch: row.organisation.id, year: String(year), show: 'gaps' }} value={row.lacking} />),
    },
    ...heads.map(({ id, label }): Column<ScoreBoardRow> => ({
      key: id, title: say(label), figures: true, text: (row) => figureWords(cellOf(row, id)?.value ?? null, t.noBasis), number: { format: 'points', of: (row) => cellOf(row, id)?.value ?? null },
      cell: (row) => <Mark cell={cellOf(row, id)} grounds={fetchGrounds(row.organisation.id, year, id)} />,
      totalCell: rows.filter((row) => lackIn(row, id)).length,
      total: <LackingBranches label={label} rows={rows.filter((row) => lackIn(row, id))} />,
    })),
  ];
}

/** A branch that the board has not counted yet is not one without a basis. */
export const isCounted = ({ aspects }: ScoreBoardRow): boolean => aspects.length > 0;
const notYet = <span className="score-none">–</span>;

const itemsUnder = (board: ScoreBoard | undefined, id: string): readonly string[] => board?.aspects.find((it) => it.id === id)?.items.map((it) => it.id) ?? [id];

const STEP = 2_500;

/** The mark with the shade of its progress; what has no basis is blank rather than a wall of words. */
export function Mark({ cell, grounds }: { readonly cell: Cell | undefined; readonly grounds: () => Promise<NamedGrounds> }) {
  if (!cell || cell.value === null) return <span className="score-none">–</span>;
  const shade = cell.progressToDate === null ? 4 : Math.floor(cell.progressToDate / STEP);
  return <span className={`score-shade shade-${shade}`}><Figure value={cell.value} grounds={grounds} /></span>;
}

/** How many branches lack something in the column; the grounds are which. */
function LackingBranches({ label, rows }: { readonly label: Words; readonly rows: readonly ScoreBoardRow[] }) {
  const zh = scoreBoardTexts.zh.lackingOf(label.zh);
  const en = scoreBoardTexts.en.lackingOf(label.en);
  if (rows.length === 0) return null;
  const counted = (id: string, words: Words, children: readonly Grounds[]): Grounds =>
    ({ id, label: words, value: null, full: null, rule: null, how: { kind: 'counted', state: 'lacks', persons: [], window: null, because: [] }, children });
  const leaves = rows.map(({ organisation: { id, name } }) => counted(id, { zh: name, en: name }, []));
  return <Figure value={rows.length} format="count" grounds={counted(zh, { zh, en }, leaves)} />;
}

/** Fetched when somebody asks: a board of 29 branches does not carry 29 trees. */
export const fetchGrounds = (organisation: string, year: number, id?: string) => async (): Promise<NamedGrounds> => {
  const score = await call(readBranchScore, { organisation, year });
  const found = id === undefined && score.grounds ? { grounds: score.grounds, names: score.names } : groundsIn(score, id ?? '');
  if (!found) throw new Error('a shown figure has grounds');
  return found;
};
