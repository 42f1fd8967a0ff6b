import type { Hundredths } from '#domain/points/hundredths.ts';
import type { SessionAttendance } from './attendance.ts';
import type { Grounds, MeasureUnit } from './evaluation.ts';
import type { Reading } from './reading.ts';
import type { PlacedRule } from './rule-tree.ts';
import type { Subject } from './subject.ts';
import type { Tally } from './tally.ts';

/** What is asked: one measured rule, one subject, one year to date. */
export interface Question {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly placed: PlacedRule;
  readonly year: number;
  /** Attendances of the member in the year, where a member is asked about. */
  readonly attendances: readonly SessionAttendance[];
  /** The points of a member in the year, where a rule counts members by them. */
  readonly totalOf: (person: string) => Hundredths | null;
}

/** A share as whole numbers; `whole` 0 is no basis (依据不足), never 0 or 100. */
export interface Measure {
  readonly part: number;
  readonly whole: number;
  readonly unit: MeasureUnit;
  /** For attendance and hours: what the fraction is made of. */
  readonly tally?: Tally;
  /** What lies before the day of inclusion and is not asked for. */
  readonly outside?: number;
  /** For hours: how many of the twelve months the target is asked for. */
  readonly months?: number;
  readonly attendances?: readonly SessionAttendance[];
  /** What is counted, each with its state; made only when somebody asks why. */
  readonly leaves: () => readonly Grounds[];
}
