import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { StudyChoice } from './contract.ts';
import { refuseActivity } from './refusals.ts';

type Studied = NonNullable<FactState<'session'>['studied']>;

/**
 * What a session may say it took up (S0-05, S0-10): lessons that a course has, on a day on which it runs; a lecture as a
 * whole. Each once. @throws StudiedUnknown, StudiedTwice, LessonBeyond, CourseNotOn
 */
export function demandStudied(studied: Studied, choices: readonly StudyChoice[], day: CivilDate): void {
  const seen = new Set<string>();
  for (const { of, lesson } of studied) {
    const choice = choices.find((it) => it.of === of);
    if (choice === undefined || (choice.lessons === null) !== (lesson === null)) throw refuseActivity('StudiedUnknown', {});
    const { title, lessons, from, until } = choice;
    if (seen.has(`${of} ${lesson ?? ''}`)) throw refuseActivity('StudiedTwice', { title });
    seen.add(`${of} ${lesson ?? ''}`);
    if (lesson !== null && lessons !== null && lesson > lessons) throw refuseActivity('LessonBeyond', { title, lessons });
    if (day < from || (until !== null && day > until)) throw refuseActivity('CourseNotOn', { title, from, until });
  }
}
