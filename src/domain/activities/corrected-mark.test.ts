import { expect, it } from 'vitest';
import { sessionState } from '#test/engine-story.ts';
import { withMark } from './corrected-mark.ts';

const [wang, li, zhao] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'];
const session = { ...sessionState('00000000-0000-4000-8000-000000000009', '2026-11-09'), marks: [
  { person: wang, mark: 'absent' as const, reason: null, sitting: 1 }, { person: li, mark: 'present' as const, reason: null, sitting: 0 } ] };

it('a correction for one changes one mark and nothing else (A-12)', () => {
  expect(withMark(session, wang, { mark: 'excused', reason: 'caseTrip' })).toEqual({ ...session, marks: [
    { person: wang, mark: 'excused', reason: 'caseTrip', sitting: 1 }, { person: li, mark: 'present', reason: null, sitting: 0 } ] });
});

it('whoever was there has no reason for being away, and whoever was left out is added', () => {
  expect(withMark(session, wang, { mark: 'late', reason: 'caseTrip' }).marks[0]).toEqual({ person: wang, mark: 'late', reason: null, sitting: 1 });
  expect(withMark(session, zhao, { mark: 'present', reason: null }).marks.slice(0, 2)).toEqual(session.marks);
  expect(withMark(session, zhao, { mark: 'present', reason: null }).marks[2]).toEqual({ person: zhao, mark: 'present', reason: null, sitting: 0 });
});
