import * as contracts from '#domain/training/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { answerInvitation, inviteLecturer, withdrawInvitation } from './invite-lecturer.ts';
import { listInvitations, listLecturers } from './list-lecturers.ts';

export const trainingRoutes: readonly Route[] = [
  route(contracts.listLecturers, listLecturers),
  route(contracts.listInvitations, listInvitations),
  route(contracts.inviteLecturer, inviteLecturer),
  route(contracts.answerInvitation, answerInvitation),
  route(contracts.withdrawInvitation, withdrawInvitation),
];
