import { describe, expect, it } from 'vitest';
import { minutesOf, overlap, reachesPastMidnight, spanOf, spanOfHours } from './time-span.ts';

const day = '2026-11-16';

describe('A span of time', () => {
  it.each([['19:00', '21:00', 120], ['22:30', '00:30', 120], ['08:00', '08:00', 1440], ['00:00', '23:59', 1439]])(
    'from %s to %s has %i minutes', (from, to, minutes) => expect(minutesOf(spanOf(day, from, to))).toBe(minutes),
  );

  it('overlaps another only when they share a minute', () => {
    const evening = spanOf(day, '19:00', '21:00');
    expect(overlap(evening, spanOf(day, '20:59', '22:00'))).toBe(true);
    expect(overlap(evening, spanOf(day, '21:00', '22:00'))).toBe(false);
    expect(overlap(evening, spanOf('2026-11-15', '22:00', '06:00'))).toBe(false);
    expect(overlap(spanOf(day, '22:00', '01:00'), spanOf('2026-11-17', '00:00', '02:00'))).toBe(true);
  });

  it.each([['16:00', 8, false], ['16:00', 9, true], ['00:00', 8, true], ['08:00', 24, true], ['08:00', 12, false]])(
    'from %s for %i hours reaches past midnight: %s', (start, hours, past) => expect(reachesPastMidnight(spanOfHours(day, start, hours))).toBe(past),
  );
});
