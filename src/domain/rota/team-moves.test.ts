import { describe, expect, it } from 'vitest';
import { changesNothing, movesInto, type Placement } from './team-moves.ts';

const placement = (team: string, from: string, to: string | null = null): Placement => ({ factId: `${team} ${from}`, version: 1, team, from, to });
const day = '2026-11-09';

describe('Moving somebody between shift teams from a day on', () => {
  it('begins a placement for who was in none', () => {
    expect(movesInto('A', day, [])).toEqual({ withdraw: [], end: [], begin: true });
  });

  it('ends the one that runs, the day before', () => {
    const before = placement('A', '2026-11-01');
    expect(movesInto('B', day, [before])).toEqual({ withdraw: [], end: [{ placement: before, to: '2026-11-08' }], begin: true });
  });

  it('withdraws what was planned for later, and what begins on the very day', () => {
    const sameDay = placement('A', day, '2026-11-30');
    const later = placement('C', '2026-12-01');
    expect(movesInto('B', day, [sameDay, later])).toEqual({ withdraw: [sameDay, later], end: [], begin: true });
  });

  it('lets a placement in the same team go on, beyond its end and over later plans', () => {
    const running = placement('A', '2026-11-01', '2026-11-20');
    const later = placement('B', '2026-11-21');
    expect(movesInto('A', day, [running, later])).toEqual({ withdraw: [later], end: [{ placement: running, to: null }], begin: false });
  });

  it('changes nothing for who is there already without an end', () => {
    expect(changesNothing(movesInto('A', day, [placement('A', '2026-11-01')]))).toBe(true);
  });

  it('takes somebody out of all teams', () => {
    const running = placement('A', '2026-11-01');
    expect(movesInto(null, day, [running])).toEqual({ withdraw: [], end: [{ placement: running, to: '2026-11-08' }], begin: false });
    expect(changesNothing(movesInto(null, day, []))).toBe(true);
  });

  it('leaves alone what ended before', () => {
    expect(movesInto('B', day, [placement('A', '2026-10-01', '2026-10-31')])).toEqual({ withdraw: [], end: [], begin: true });
  });
});
