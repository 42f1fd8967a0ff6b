import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { recordSession } from '#domain/activities/contract.ts';
import * as training from '#domain/training/contract.ts';
import { listCourses } from '#domain/training/course-contract.ts';
import * as lectures from '#domain/training/lecture-contract.ts';
import { asking, type Asked, type Bench, recordOf } from './bench.ts';

/** Somebody new in the detention branch, appointed as a lecturer. */
const lecturer = async (bench: Bench): Promise<string> => (await bench.as('fangmin').call(recordRegisterEntry, {
  organisation: bench.on('detention'), register: 'lecturer', day: '2026-01-01', until: null, persons: [{ person: await bench.newPerson(), as: null }], values: { subject: '执法规范化' },
})).entry;
const wanted = async (bench: Bench) => ({ organisation: bench.on('detention'), entry: await lecturer(bench), day: '2026-12-07', topic: '接处警规范' });
const invited = async (bench: Bench): Promise<{ invitation: string }> => bench.as('luojian').call(training.inviteLecturer, await wanted(bench));

const lecture = async (bench: Bench): Promise<{ session: string }> => {
  const { session } = await bench.as('jiping').call(recordSession, recordOf(bench.on('detention'), bench.pastDay(), { speakers: [bench.person('luojian')] }));
  return { session };
};

export const trainingRequests: readonly Asked[] = [
  asking(training.listLecturers, 'luojian', () => ({})),
  asking(training.listInvitations, 'luojian', () => ({})),
  asking(training.inviteLecturer, 'luojian', wanted),
  asking(training.answerInvitation, 'fangmin', async (bench) => ({ ...(await invited(bench)), verdict: 'accepted' as const, day: '2026-12-08', reason: '' })),
  asking(training.withdrawInvitation, 'luojian', async (bench) => ({ ...(await invited(bench)), reason: '改为自学' })),
  asking(listCourses, 'luojian', () => ({})),
  asking(lectures.listLectures, 'luojian', () => ({})),
  asking(lectures.recommendLecture, 'fangmin', async (bench) => ({ ...(await lecture(bench)), recommended: true })),
];
