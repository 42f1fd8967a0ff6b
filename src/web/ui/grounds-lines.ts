import type { Period } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';

/** One line of a printed total: the deeper, the further in it stands. */
export interface GroundsLine {
  readonly depth: number;
  readonly grounds: Grounds;
}

/**
 * The tree below a total as lines of paper, each rule before what it counts. Of a year each month is one line with its
 * counts, so that the whole of it is a sheet or two. Of a month its facts are listed; values remain those of the year so
 * far, because a share is not added up by months.
 */
export function groundsLines(total: Grounds, month: Period | null, depth = 0): readonly GroundsLine[] {
  if (month === null && total.how.kind === 'window') return [];
  return total.children.filter((child) => belongs(child, month)).flatMap((child) => [{ depth, grounds: child }, ...groundsLines(child, month, depth + 1)]);
}

function belongs({ how }: Grounds, month: Period | null): boolean {
  if (month === null) return true;
  if (how.kind === 'fact') return how.fact.period === month;
  // A window of a month is left out with its month; one of a quarter or a year stays.
  return how.kind !== 'window' || how.window === month || how.window.length !== month.length;
}
