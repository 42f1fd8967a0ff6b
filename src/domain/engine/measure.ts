import type { Hundredths } from '#domain/points/hundredths.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { SessionAttendance } from './attendance.ts';
import type { Grounds, MeasureUnit } from './evaluation.ts';
import { measureAttendance, measureHours } from './measure-attendance.ts';
import { measureBallot, measureMark, measureRated, measureSums } from './measure-entries.ts';
import { measureAnswered, measureDuty, measureHeld, measurePortion } from './measure-happenings.ts';
import { measureInForce, measureMembers, measurePairs, measurePosts } from './measure-people.ts';
import type { PlacedRule } from './rule-tree.ts';
import type { Reading } from './reading.ts';
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
  /** For hours: how many of the twelve months the target is asked for. */
  readonly months?: number;
  readonly attendances?: readonly SessionAttendance[];
  /** What is counted, each with its state; made only when somebody asks why. */
  readonly leaves: () => readonly Grounds[];
}

/** The share that a measured rule asks for (word 8). */
export function measure(question: Question, value: MeasuredValue): Measure {
  switch (value.kind) {
    case 'share': return measureAttendance(question);
    case 'hours': return measureHours(question, value);
    case 'rated': return measureRated(question, value);
    case 'portion': return measurePortion(question, value);
    case 'held': return measureHeld(question);
    case 'duty': return measureDuty(question, value);
    case 'answered': return measureAnswered(question, value);
    case 'members': return measureMembers(question, value);
    case 'pairs': return measurePairs(question);
    case 'sums': return measureSums(question, value);
    case 'ballot': return measureBallot(question, value);
    case 'mark': return measureMark(question, value);
    case 'inForce': return measureInForce(question);
    case 'posts': return measurePosts(question, value);
  }
}
