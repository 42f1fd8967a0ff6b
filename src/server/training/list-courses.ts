import type { z } from 'zod';
import { holds } from '#domain/activities/holders.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { BranchCourse, listCourses as contract } from '#domain/training/course-contract.ts';
import { coursesOffered, type StudyTaken, takenUpOf } from '#server/activities/study-reads.ts';
import { visibleOrganisations } from '#server/activities/visible-organisations-reads.ts';
import { organisationsOn } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandInside, registerOfUse } from '#server/registers/use-reads.ts';

type Courses = z.output<typeof contract.output>;

/**
 * 系列课程 (S0-05): which lessons each branch has studied, from the records of its sessions and those of its groups. Nothing
 * is kept of persons: no time, no clicks, no completion (D-61); whoever missed a session makes it up like every session.
 */
export async function listCourses(call: Call, { course }: z.output<typeof contract.input>): Promise<Courses> {
  demandInside(call);
  const { tx, today } = call;
  const register = await registerOfUse(call, 'courses');
  const courses = (await coursesOffered(call)).map(({ of, title, lessons, from, until }) => ({
    course: of, title, lessons, from, until, running: from <= today && (until ?? today) >= today,
  }));
  const shown = (courses.find((it) => it.course === course) ?? courses[0])?.course ?? null;
  const visible = new Set(await visibleOrganisations(call));
  const there = await organisationsOn(tx, today);
  const branches = there.filter(({ id, category }) => visible.has(id) && holds('branch', category)).toSorted(byNumber);
  const branchOf = new Map(there.map(({ id, parent, category }) => [id, holds('group', category) && parent !== null ? parent : id]));
  const taken = new Map<string, StudyTaken[]>();
  for (const it of shown === null ? [] : await takenUpOf(tx, [shown])) {
    const branch = branchOf.get(it.organisation) ?? it.organisation;
    taken.set(branch, [...(taken.get(branch) ?? []), it]);
  }
  return {
    register: register?.id ?? null, courses, shown,
    branches: shown === null ? [] : branches.map(({ id, shortName }) => ({ organisation: { id, name: shortName }, lessons: byLesson(taken.get(id) ?? []) })),
  };
}

function byLesson(taken: readonly StudyTaken[]): BranchCourse['lessons'] {
  const lessons = [...new Set(taken.flatMap(({ lesson }) => lesson ?? []))].toSorted((left, right) => left - right);
  return lessons.map((lesson) => ({ lesson, sessions: taken.filter((it) => it.lesson === lesson).map(({ session, day }) => ({ session, day })) }));
}
