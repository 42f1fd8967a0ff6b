import { z } from 'zod';
import { organisationCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const lesson = z.number().int().min(1);

/** What one branch studied of a course; never who watched what, how long or how often (D-61). */
const branchCourse = z.strictObject({
  organisation: organisationCard,
  /** Lessons that a session of the branch took up, each with those sessions. */
  lessons: z.array(z.strictObject({ lesson, sessions: z.array(z.strictObject({ session: id, day: civilDate })) })),
});
export type BranchCourse = z.output<typeof branchCourse>;

export const listCourses = contract({
  name: 'listCourses', method: 'GET', path: '/courses',
  summary: { zh: '系列课程', en: 'Courses that the office announced, with what each branch one may see has studied of them' },
  input: z.strictObject({ course: id.optional() }),
  output: z.strictObject({
    /** The register they stand in; null where the scheme keeps none. */
    register: z.string().nullable(),
    courses: z.array(z.strictObject({ course: id, title: z.string(), lessons: lesson, from: civilDate, until: civilDate.nullable(), running: z.boolean() })),
    /** The one that was asked for, or the latest. */
    shown: id.nullable(),
    branches: z.array(branchCourse),
  }),
  refusals: [],
});
export type CourseList = z.output<typeof listCourses.output>;
