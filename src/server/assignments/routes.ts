import * as contracts from '#domain/assignments/contract.ts';
import { reopenAssignment as restoring } from '#domain/assignments/restoring-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { amendAssignment, handOutAssignment } from './hand-out.ts';
import { listAssignments, readAssignment, readAssignmentForm } from './read-assignments.ts';
import { acceptAssignment, closeAssignment, handInAssignment, passOnAssignment, reopenAssignment, returnAssignment, takeBackReport } from './settle.ts';

export const assignmentRoutes: readonly Route[] = [
  route(contracts.listAssignments, listAssignments),
  route(contracts.readAssignment, readAssignment),
  route(contracts.readAssignmentForm, readAssignmentForm),
  route(contracts.handOutAssignment, handOutAssignment),
  route(contracts.amendAssignment, amendAssignment),
  route(contracts.handInAssignment, handInAssignment),
  route(contracts.takeBackReport, takeBackReport),
  route(contracts.passOnAssignment, passOnAssignment),
  route(contracts.acceptAssignment, acceptAssignment),
  route(contracts.returnAssignment, returnAssignment),
  route(contracts.closeAssignment, closeAssignment),
  route(restoring, reopenAssignment),
];
