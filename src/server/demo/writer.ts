import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { DemoStaff } from './staff.ts';

/** A bureau in the middle of its year: what was held and recorded up to yesterday, and what is arranged until the month's end. */
export interface DemoYear {
  readonly first: CivilDate;
  readonly today: CivilDate;
  /** Branches that have not yet recorded their last Monday, so that a visitor finds something to do. */
  readonly behind: readonly string[];
}

/** What the writing of a year needs all along. */
export interface Writer {
  readonly staff: DemoStaff;
  readonly reading: Reading;
  readonly next: () => number;
  readonly year: DemoYear;
}
