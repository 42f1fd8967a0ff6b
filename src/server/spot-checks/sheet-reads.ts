import type { FactState } from '#domain/facts/contract.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** What stands beside the log: why a mark differs, what was looked at, the feedback, the problems, the branch's remark. */
export interface SheetText {
  readonly reasons: Readonly<Record<string, string>>;
  readonly looked: Readonly<Record<string, string>>;
  readonly opinion: string;
  readonly problems: readonly string[];
  readonly remark: string;
}

export function sheetTextOf(text: FactText | null): SheetText & Record<string, unknown> {
  const { reasons, looked, opinion, problems, remark } = text ?? {};
  return {
    reasons: textsIn(reasons), looked: textsIn(looked), opinion: typeof opinion === 'string' ? opinion : '', remark: typeof remark === 'string' ? remark : '',
    problems: Array.isArray(problems) ? problems.map(String) : [],
  };
}

const textsIn = (value: unknown): Record<string, string> =>
  (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, it]) => typeof it === 'string')) as Record<string, string> : {});

export interface FoundSheet {
  readonly sheet: string;
  readonly state: FactState<'checkSheet'>;
  readonly number: string;
  readonly name: string;
  readonly open: number;
  readonly problems: number;
}

/** Sheets that meet a condition on `check_sheet` (`s`), by the numbers of the branches. */
export const sheetsWhere = (tx: Tx, condition: Sql): Promise<FoundSheet[]> => tx.many<FoundSheet>(sql`
  SELECT s.fact_id AS sheet, f.state, o.number, o.short_name AS name,
    (SELECT count(*) FROM problem p WHERE p.sheet_id = s.fact_id) AS problems,
    (SELECT count(*) FROM problem p WHERE p.sheet_id = s.fact_id AND p.stage <> 'closed') AS open
  FROM check_sheet s JOIN fact f ON f.fact_id = s.fact_id JOIN organisation o ON o.id = s.organisation_id
  WHERE ${condition} ORDER BY s.window_key DESC, o.number`);

export interface FoundProblem {
  readonly problem: string;
  readonly item: string | null;
  readonly until: string;
  readonly stage: FactState<'problem'>['stage'];
  readonly text: { readonly what?: string } | null;
}

/** The problems that a sheet has opened. */
export const problemsOfSheet = (tx: Tx, sheet: string): Promise<FoundProblem[]> => tx.many<FoundProblem>(sql`
  SELECT p.fact_id AS problem, f.state->>'item' AS item, p.due_day AS until, p.stage,
    (SELECT t.text FROM fact_text t WHERE t.fact_id = p.fact_id AND t.text IS NOT NULL ORDER BY t.version DESC LIMIT 1) AS text
  FROM problem p JOIN fact f ON f.fact_id = p.fact_id WHERE p.sheet_id = ${sheet} ORDER BY p.due_day, p.fact_id`);
