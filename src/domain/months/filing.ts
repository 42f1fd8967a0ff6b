import type { Filing } from '#domain/schemes/format/result-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';

/** The clock of a month with every number it needs; without `lateDays` there is no end to late entry. */
export interface FilingClock {
  readonly due: number;
  readonly lock: number;
  readonly lateDays: number | null;
  readonly objectionDays: number;
  readonly answerDays: number;
  readonly reviewDays: number;
}

/** What holds where a scheme does not say otherwise (A-15; 积分确认单: 5, 5 and 10 working days). */
const usual: FilingClock = { due: 5, lock: 10, lateDays: null, objectionDays: 5, answerDays: 5, reviewDays: 10 };

export function filingOf(scheme: Pick<Scheme, 'filing'> | undefined): FilingClock {
  const said: Partial<Filing> = scheme?.filing ?? {};
  return {
    due: said.due ?? usual.due, lock: said.lock ?? usual.lock, lateDays: said.lateDays ?? usual.lateDays,
    objectionDays: said.objectionDays ?? usual.objectionDays, answerDays: said.answerDays ?? usual.answerDays, reviewDays: said.reviewDays ?? usual.reviewDays,
  };
}
