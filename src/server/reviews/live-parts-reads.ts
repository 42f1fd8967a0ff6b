import { firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { read } from '#domain/engine/reading.ts';
import { resultOf } from '#domain/engine/results.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import type { ReviewedBranch } from '#domain/reviews/review.ts';
import { scoredBranch } from '#domain/reviews/scoring.ts';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import { wholeRows } from '#server/assessments/score-board-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { inPeriods, logOf } from '#server/points/log-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/**
 * The parts of a year before it is scored: what is marked for the result alone from its own registers, the everyday score
 * from the board, which counts it anyhow. No score and no grade: these are made when somebody scores.
 */
export async function liveParts(call: Call, { result }: ReviewRule, organisations: readonly string[], year: number): Promise<ReviewedBranch[]> {
  const { tx, today } = call;
  const registers = registersOf(result);
  const facts = sql`ARRAY(
    WITH marked AS (SELECT fact_id FROM record WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND register = ANY(${registers}))
    SELECT fact_id FROM marked
    UNION SELECT fact_id FROM fact WHERE kind IN ('organisation', 'schemeAdoption')
    UNION SELECT fact_id FROM confirmation WHERE confirmed_id IN (SELECT fact_id FROM marked))`;
  const log = await logOf(tx, facts, inPeriods(firstOfMonth(`${year}-01`), lastOfMonth(`${year}-12`)), 'last');
  const reading = read({ schemes: await adoptedSchemes(tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
  const counted = new Map((await wholeRows(tx, organisations, year)).map((it) => [`${it.organisation} ${it.aspect}`, it.value]));
  return organisations.map((id) => {
    const own = scoredBranch(resultOf(reading, result, id, year), result, hashOfGrounds);
    const totals = new Map(result.parts.flatMap((part) => (part.kind === 'total' ? [[part.id, counted.get(`${id} ${part.part ?? ''}`) ?? null] as const] : [])));
    return {
      ...own, score: null, ties: [], gaps: own.gaps.filter((gap) => !totals.has(gap)),
      parts: own.parts.map(({ part, value }) => ({ part, value: totals.get(part) ?? value })),
    };
  });
}

function registersOf({ parts, vetoes = [] }: Result): string[] {
  const below = (part: ResultPart): readonly string[] => (part.kind === 'group' ? part.parts.flatMap(below) : part.kind === 'rule' ? part.match.records ?? [] : []);
  return [...new Set([...parts.flatMap(below), ...vetoes.flatMap(({ match }) => match?.records ?? [])])];
}
