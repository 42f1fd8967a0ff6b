import { expect, it } from 'vitest';
import { instantText, minuteText } from './instant-text.ts';

it('an instant is told by the clock of the offices', () => {
  expect(instantText('2026-11-16T13:05:09.123Z')).toBe('2026-11-16 21:05:09');
  expect(instantText('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00:00');
  expect(minuteText('2026-11-16T13:05:59Z')).toBe('2026-11-16 21:05');
});
