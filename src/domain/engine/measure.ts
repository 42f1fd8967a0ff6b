import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { measureAttendance, measureHours } from './measure-attendance.ts';
import { measureBallot, measureMark, measureRated, measureSums } from './measure-entries.ts';
import { measureAnswered, measureDuty, measureHeld, measurePortion } from './measure-happenings.ts';
import { measureInForce, measureMembers, measurePairs, measurePosts } from './measure-people.ts';
import type { Measure, Question } from './question.ts';

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
