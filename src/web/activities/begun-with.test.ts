import { expect, it } from 'vitest';
import type { ActivityWords, RecordForm } from '#domain/activities/contract.ts';
import { begunWith, lastDayAsked } from './begun-with.ts';

const words = { activities: [{ id: 'mondayStudy', weekday: 1, from: '19:00', to: '21:00' }, { id: 'assembly', weekday: null, from: '15:00', to: '16:30' }] } as unknown as ActivityWords;
const form = { usualPlace: '会议室', record: { activities: [], sittings: [], topic: '' } } as unknown as RecordForm;
const begun = (activity: string, window: string) => begunWith(form, words, activity, lastDayAsked(window, '2026-11-18')).record;

it('opens with the activity on its usual day, within what the gap lacks', () => {
  expect(begun('mondayStudy', '2026-11')).toMatchObject({ activities: ['mondayStudy'], period: '2026-11', sittings: [{ day: '2026-11-16', from: '19:00', to: '21:00', place: '会议室' }] });
  expect(begun('assembly', '2026-Q3').sittings).toEqual([{ day: '2026-09-30', from: '15:00', to: '16:30', place: '会议室' }]);
  expect(begun('mondayStudy', '2026-10')).toMatchObject({ period: '2026-10', sittings: [{ day: '2026-10-26' }] });
  expect(begun('assembly', '')).toMatchObject({ sittings: [{ day: '2026-11-18' }] });
});

it('leaves the form empty where the scheme does not know the activity', () => {
  expect(begun('gone', '2026-10')).toBe(form.record);
});
