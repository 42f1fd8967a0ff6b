import type { z } from 'zod';
import type { ArrangementMonth, arrangementRow } from '#domain/activities/arrangement-contract.ts';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { addDays, modulo, weekday } from '#domain/calendar/civil-date.ts';

/** One line of an arrangement while it is being written. */
export type RowDraft = z.output<typeof arrangementRow>;

export const emptyRow = (day: string): RowDraft => ({
  day, from: '19:00', to: '21:00', activities: [], contents: [], topic: '', place: '', lecturer: '', material: '',
});

/** The line itself, without what a page shows beside it. */
export const rowOf = ({ day, from, to, activities, contents, topic, place, lecturer, material }: ArrangementMonth['proposed'][number] | RowDraft): RowDraft =>
  ({ day, from, to, activities: [...activities], contents: [...contents], topic, place, lecturer, material });

/** Choosing the first activity brings its usual hours and, where it is weekly, the next such day. */
export function withActivities(row: RowDraft, activities: string[], words: ActivityWords): RowDraft {
  const first = words.activities.find(({ id }) => id === activities[0]);
  if (!first || row.activities.length > 0) return { ...row, activities };
  const ahead = first.weekday === null ? 0 : modulo(first.weekday - weekday(row.day), 7);
  return { ...row, activities, from: first.from, to: first.to, day: addDays(row.day, ahead) };
}

/** What is still wanting before the line can be sent. */
export const isWhole = ({ day, from, to, activities, topic }: RowDraft): boolean =>
  day !== '' && from !== '' && to !== '' && activities.length > 0 && topic.trim() !== '';
