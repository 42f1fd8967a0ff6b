import { describe, expect, it } from 'vitest';
import { addsUp, voteOutcome } from './vote-outcome.ts';

const vote = (entitled: number, present: number, yes: number, no = 0, abstained = present - yes - no) => ({ entitled, present, yes, no, abstained });

describe('a vote on a resolution', () => {
  it('needs half of those entitled to be there and passes with more than half of them (D-24)', () => {
    expect(voteOutcome(vote(10, 5, 5))).toBe('notPassed');
    expect(voteOutcome(vote(10, 6, 6))).toBe('passed');
    expect(voteOutcome(vote(10, 4, 4))).toBe('noQuorum');
    expect(voteOutcome(vote(11, 6, 6))).toBe('passed');
    expect(voteOutcome(vote(11, 5, 5))).toBe('noQuorum');
    expect(voteOutcome(vote(20, 20, 10, 0))).toBe('notPassed');
    expect(voteOutcome(vote(0, 0, 0))).toBe('noQuorum');
  });

  it('adds up when everybody there voted or abstained', () => {
    expect(addsUp(vote(20, 18, 17, 1, 0))).toBe(true);
    expect(addsUp(vote(20, 18, 17, 0, 0))).toBe(false);
    expect(addsUp(vote(18, 20, 20, 0, 0))).toBe(false);
  });
});
