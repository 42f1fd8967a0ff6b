import { describe, expect, it } from 'vitest';
import type { RosterItem } from '#domain/activities/contract.ts';
import type { Draft } from './record-draft.ts';
import { countsOf, standingOf, withMark } from './standing-of-person.ts';

const item = (standing: RosterItem['standing']): RosterItem => ({
  person: { id: 'li', name: '李明', number: '1' }, group: null, standing, reason: null, reasonClass: null,
});
const draft = (allPresent: boolean): Draft => ({
  activities: [], contents: [], topic: '', period: '2026-11', reason: '', sittings: [], host: null, minuteTaker: null, speakers: [], exchanges: [],
  attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent,
});

describe('the list of a record', () => {
  it('leaves nobody present who was neither marked nor covered by "everybody present"', () => {
    expect(standingOf(item('expected'), undefined, draft(false))).toBe('open');
    expect(standingOf(item('expected'), undefined, draft(true))).toBe('present');
    expect(standingOf(item('excused'), undefined, draft(true))).toBe('excused');
    expect(standingOf(item('excused'), { person: 'li', mark: 'present', reason: null, sitting: 0 }, draft(false))).toBe('present');
    expect(standingOf(item('expected'), { person: 'li', mark: 'absent', reason: 'personalLeave', sitting: 0 }, draft(true))).toBe('onLeave');
  });

  it('counts whoever is excused out of 应到', () => {
    expect(countsOf(['present', 'late', 'excused', 'onLeave', 'absent', 'open'])).toEqual({ expected: 5, present: 2, excused: 1, absent: 2, open: 1 });
  });

  it('holds one mark for each person', () => {
    const once = withMark([], 'li', { mark: 'present', reason: null, sitting: 0 });
    expect(withMark(once, 'li', { mark: 'late', reason: null, sitting: 1 })).toEqual([{ person: 'li', mark: 'late', reason: null, sitting: 1 }]);
    expect(withMark(once, 'li', null)).toEqual([]);
  });
});
