import type { Grounds } from '#domain/engine/evaluation.ts';

/** Values by the name of what has them; null where there was no basis. */
type Values = Readonly<Record<string, number | null>>;

/**
 * What a release said of its own bureau, as the pages show it. Branches and people go by their numbers, marks and points are
 * hundredths.
 */
export interface Said {
  /** Members of each branch: the points of the year and its parts. */
  readonly points: Readonly<Record<string, Readonly<Record<string, Values>>>>;
  /** The trees of a few members' points, a line for each step. */
  readonly grounds: Readonly<Record<string, readonly string[]>>;
  /** Periods, their branches, and what was held there. */
  readonly months: Readonly<Record<string, Readonly<Record<string, Values>>>>;
  /** Years, their branches, and the marks of each item; releases before the score board said nothing. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, Values>>>>;
  /** What was handed out and must not move: statements of members, self-checks of branches, results of years. */
  readonly issued: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** Answers a path of the interface as the party-affairs officer sees it; undefined where the release has none of that path. */
export type Ask = (path: string) => Promise<unknown>;

interface Branch { readonly id: string; readonly number: string }
interface PointsRow { readonly person: string; readonly number: string; readonly total: number | null; readonly parts: readonly { readonly part: string; readonly value: number | null }[] }
interface MonthRow extends Readonly<Record<typeof HELD[number], number | null>> { readonly organisation: Branch }
interface ScoreRow { readonly organisation: Branch; readonly value: number | null; readonly items: readonly { readonly id: string; readonly value: number | null }[] }

interface IssuedRow { readonly person: { readonly number: string }; readonly total: number | null; readonly month: number | null }
interface CheckRow { readonly organisation: Branch; readonly total: number | null }

const HELD = ['arranged', 'held', 'notHeld', 'toRecord', 'toConfirm', 'expected', 'present', 'madeUp', 'excused', 'absent', 'rate'] as const;

/**
 * Asks by path and not by contract, because it is asked of every release from the first one on.
 * @param years whose points and marks are asked; of the last one, the points' grounds too. @param periods months like `2026-02`.
 */
export async function asked(ask: Ask, years: readonly number[], periods: readonly string[]): Promise<Said> {
  // Each path answers what its contract says; a release in which it answers something else differs in the comparison.
  const items = async <Row>(path: string): Promise<readonly Row[]> => ((await ask(path)) as { items: readonly Row[] } | undefined)?.items ?? [];
  const said = { points: {} as Record<string, Record<string, Values>>, grounds: {} as Record<string, string[]>, months: {} as Record<string, Record<string, Values>>, scores: {} as Record<string, Record<string, Values>>, issued: {} as Record<string, Record<string, Values>> };
  const branches = await items<Branch>('/points/branches');
  for (const year of years) {
    for (const { id, number } of branches) {
      const rows = await items<PointsRow>(`/organisations/${id}/points?year=${year}`);
      said.points[`${number} ${year}`] = Object.fromEntries(rows.map((row) => [row.number, { total: row.total, ...Object.fromEntries(row.parts.map(({ part, value }) => [part, value])) }]));
      const [first] = rows;
      if (!first || year !== years.at(-1)) continue;
      const { grounds } = (await ask(`/people/${first.person}/points?year=${year}`)) as { grounds: Grounds | null };
      said.grounds[first.number] = grounds === null ? [] : linesOf(grounds, '');
    }
    said.scores[year] = Object.fromEntries((await items<ScoreRow>(`/score-board?year=${year}`)).map((row) =>
      [row.organisation.number, { value: row.value, ...Object.fromEntries(row.items.map(({ id, value }) => [id, value])) }]));
  }
  for (const period of periods) {
    said.months[period] = Object.fromEntries((await items<MonthRow>(`/month-board?period=${period}`)).map((row) =>
      [row.organisation.number, Object.fromEntries(HELD.map((name) => [name, row[name]]))]));
    said.issued[`self-checks ${period}`] = Object.fromEntries((await items<CheckRow>(`/self-checks?period=${period}`)).map(({ organisation, total }) => [organisation.number, { total }]));
    for (const { id, number } of branches) {
      const rows = await items<IssuedRow>(`/organisations/${id}/statements?period=${period}`);
      if (rows.length > 0) said.issued[`statements ${number} ${period}`] = Object.fromEntries(rows.map(({ person, total, month }) => [person.number, { total, month }]));
    }
  }
  for (const { id, number } of branches) {
    for (const year of years) {
      const review = (await ask(`/organisations/${id}/branch-review?year=${year}`)) as { line: { score: number | null; grade: string | null } | null } | undefined;
      if (review?.line) said.issued[`review ${year}`] = { ...said.issued[`review ${year}`], [number]: { score: review.line.score, [`grade ${review.line.grade}`]: 1 } };
    }
  }
  return said;
}

/** Down to what was counted; the single sessions and entries below it stand in the tables. */
function linesOf({ label, value, how, children }: Grounds, indent: string): string[] {
  if (how.kind === 'fact') return [];
  return [`${indent}${label.zh} ${value ?? '—'} ${how.kind}`, ...children.flatMap((child) => linesOf(child, `${indent} `))];
}
