import { describe, expect, it } from 'vitest';
import { clashBetween, clashWithin, dayOf, readSittings, writeSittings } from './sittings.ts';

const at = (from: string, to: string, place = '会议室', day = '2026-11-16') => ({ day, from, to, place });

describe('sittings of one session', () => {
  it('may run at the same hour in two places, not twice in one', () => {
    expect(clashWithin([at('19:00', '21:00'), at('20:00', '22:00', '监区')])).toBeNull();
    expect(clashWithin([at('19:00', '21:00'), at('22:30', '23:30')])).toBeNull();
    expect(clashWithin([at('19:00', '21:00'), at('20:59', '22:00')])).toEqual([0, 1]);
    expect(clashWithin([at('19:00', '21:00'), at('21:00', '22:00')])).toBeNull();
  });

  it('overlap over midnight', () => {
    expect(clashBetween([at('23:00', '01:00')], [at('00:30', '02:00', '', '2026-11-17')])).toBe(true);
    expect(clashBetween([at('23:00', '01:00')], [at('01:00', '02:00', '', '2026-11-17')])).toBe(false);
  });

  it('give the session the day of the first of them', () => {
    expect(dayOf([at('08:00', '09:00', '', '2026-11-17'), at('19:00', '21:00')])).toBe('2026-11-16');
  });

  it('come back from an address as they went', () => {
    const sittings = [{ day: '2026-11-16', from: '19:00', to: '21:00' }, { day: '2026-11-17', from: '08:30', to: '10:00' }];
    expect(readSittings(writeSittings(sittings))).toEqual(sittings);
    expect(readSittings('tonight')).toEqual([{ day: '', from: '', to: '' }]);
  });
});
