import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { DemoStaff } from './staff.ts';

/** A bureau in the middle of its second year: what was held and recorded up to yesterday, and what is arranged until the month's end. */
export interface DemoYear {
  /** The first day of last year. */
  readonly first: CivilDate;
  readonly today: CivilDate;
  /** Branches that have not yet recorded their last Monday, so that a visitor finds something to do. */
  readonly behind: readonly string[];
}

/** The calendar years of the demo: the finished one and the one that goes on. */
export const yearsOf = ({ first, today }: DemoYear): readonly number[] => [yearOf(first), yearOf(today)];

/** A course by its year. */
export type Courses = ReadonlyMap<number, string>;
/** From March on the bureau studies its course, two lessons a week. */
export const COURSE = { name: '党史故事100讲', lessons: 100, begins: '03-01' };

/** What the writing of a year needs all along. */
export interface Writer {
  readonly staff: DemoStaff;
  readonly reading: Reading;
  readonly next: () => number;
  readonly year: DemoYear;
  /** The course that the office announced for each year. */
  readonly courses: Courses;
}
