import * as contracts from '#domain/training/contract.ts';
import { listCourses as coursesContract } from '#domain/training/course-contract.ts';
import * as lectures from '#domain/training/lecture-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { answerInvitation, inviteLecturer, withdrawInvitation } from './invite-lecturer.ts';
import { listCourses } from './list-courses.ts';
import { listLectures, recommendLecture } from './list-lectures.ts';
import { listInvitations, listLecturers } from './list-lecturers.ts';

export const trainingRoutes: readonly Route[] = [
  route(contracts.listLecturers, listLecturers),
  route(contracts.listInvitations, listInvitations),
  route(contracts.inviteLecturer, inviteLecturer),
  route(contracts.answerInvitation, answerInvitation),
  route(contracts.withdrawInvitation, withdrawInvitation),
  route(coursesContract, listCourses),
  route(lectures.listLectures, listLectures),
  route(lectures.recommendLecture, recommendLecture),
];
