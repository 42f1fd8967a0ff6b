import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { overlap, spanOf, type TimeSpan } from '#domain/calendar/time-span.ts';
import type { FactState } from '#domain/facts/contract.ts';

export type Sitting = FactState<'session'>['sittings'][number];
export interface PlacedSitting extends Sitting {
  readonly place: string;
}

const inAddress = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)-(\d\d:\d\d)$/;

/** '2026-11-16 19:00-21:00;…', the way sittings travel in an address. */
export const writeSittings = (sittings: readonly Sitting[]): string =>
  sittings.map(({ day, from, to }) => `${day} ${from}-${to}`).join(';');

/** The inverse of `writeSittings`; a piece that does not read as a sitting gives one without a day. */
export function readSittings(text: string): Sitting[] {
  return text.split(';').map((piece) => {
    const [, day = '', from = '', to = ''] = inAddress.exec(piece) ?? [];
    return { day, from, to };
  });
}

/** The day of a session is the day of its first sitting (发生日期). */
export const dayOf = (sittings: readonly Sitting[]): CivilDate => sittings.map((it) => it.day).toSorted()[0] ?? '';

const spans = (sittings: readonly Sitting[]): TimeSpan[] => sittings.map(({ day, from, to }) => spanOf(day, from, to));

/**
 * The first two sittings (counted from 0) that overlap in time at one place. Held at different places at the same hour
 * they are two halves of one session, each person coming to one of them; at the same place one of them is a mistake.
 */
export function clashWithin(sittings: readonly PlacedSitting[]): readonly [number, number] | null {
  const times = spans(sittings);
  for (const [second, time] of times.entries()) {
    const first = times.findIndex((other, at) => at < second && overlap(other, time) && sittings[at]?.place === sittings[second]?.place);
    if (first !== -1) return [first, second];
  }
  return null;
}

/** Whether two sessions overlap in time by any of their sittings. */
export const clashBetween = (one: readonly Sitting[], other: readonly Sitting[]): boolean =>
  spans(one).some((left) => spans(other).some((right) => overlap(left, right)));
