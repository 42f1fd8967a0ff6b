import { expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { StudyChoice } from './contract.ts';
import { demandStudied } from './studied.ts';

const course: StudyChoice = { of: 'course', title: '党史故事100讲', lessons: 100, from: '2026-03-01', until: '2026-12-31', by: '' };
const lecture: StudyChoice = { of: 'lecture', title: '一线故事', lessons: null, from: '2026-05-01', until: null, by: '看守所党支部' };
const refusal = (studied: Parameters<typeof demandStudied>[0], day = '2026-06-01'): string => {
  try {
    demandStudied(studied, [course, lecture], day);
    return '';
  } catch (error) {
    return error instanceof Refused ? error.refusal.name : String(error);
  }
};

it('a session takes up lessons that the course has while it runs, and lectures as a whole', () => {
  expect(refusal([{ of: 'course', lesson: 1 }, { of: 'course', lesson: 100 }, { of: 'lecture', lesson: null }])).toBe('');
  expect(refusal([{ of: 'course', lesson: 101 }])).toBe('LessonBeyond');
  expect(refusal([{ of: 'course', lesson: 3 }, { of: 'course', lesson: 3 }])).toBe('StudiedTwice');
  expect(refusal([{ of: 'course', lesson: 3 }], '2026-02-28')).toBe('CourseNotOn');
  expect(refusal([{ of: 'course', lesson: 3 }], '2027-01-01')).toBe('CourseNotOn');
  expect(refusal([{ of: 'lecture', lesson: null }], '2026-04-30')).toBe('CourseNotOn');
});

it('what is not offered, a course without a lesson and a lecture with one are unknown', () => {
  expect(refusal([{ of: 'other', lesson: 1 }])).toBe('StudiedUnknown');
  expect(refusal([{ of: 'course', lesson: null }])).toBe('StudiedUnknown');
  expect(refusal([{ of: 'lecture', lesson: 1 }])).toBe('StudiedUnknown');
});
