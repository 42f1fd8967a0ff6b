import {
  amendArrangement, arrangeSessions, planSession, readArrangementMonth, withdrawArrangement,
} from '#domain/activities/arrangement-contract.ts';
import {
  amendSession, confirmSession, findPersons, listSessions, readActivityWords, readRecordForm, readRoster, recordSession, reportNotHeld, withdrawConfirmation, withdrawSession,
} from '#domain/activities/contract.ts';
import { restoreArrangement, restoreSession } from '#domain/activities/restoring-contract.ts';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { confirmMakeUp, readSessionRecord, recordMakeUp, withdrawMakeUp } from '#domain/activities/record-contract.ts';
import { confirmSessions, readSessionsToConfirm } from '#domain/activities/to-confirm-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { JobKind } from '#server/platform/jobs.ts';
import { faultyRowsOf } from '#server/platform/table-import.ts';
import { amendArrangement as changeArrangement } from './amend-arrangement.ts';
import { amendSession as amend } from './amend-session.ts';
import { arrangeSessions as arrange } from './arrange-sessions.ts';
import { confirmMakeUp as confirmStudy } from './confirm-make-up.ts';
import { confirmSession as confirm, confirmSessions as confirmAll } from './confirm-session.ts';
import { findPersons as find } from './find-persons.ts';
import { carryOutAttendanceFile, carryOutAttendanceTable } from './grid/carry-out-attendance-table.ts';
import { checkAttendanceFile, checkAttendanceTable, mapAttendanceMarks } from './grid/check-attendance-table.ts';
import { gridImportOf } from './grid/grid-import-reads.ts';
import { ATTENDANCE_TABLE } from './grid/grid-jobs.ts';
import { listAttendanceBatches } from './grid/list-attendance-batches.ts';
import { readAttendanceTemplate } from './grid/read-attendance-template.ts';
import { withdrawAttendanceBatch } from './grid/withdraw-attendance-batch.ts';
import { listSessions as list } from './list-sessions.ts';
import { planSession as plan } from './plan-session.ts';
import { readActivityWords as readWords } from './read-activity-words.ts';
import { readArrangementMonth as readMonth } from './read-arrangement-month.ts';
import { readRecordForm as readForm } from './read-record-form.ts';
import { readRoster as readExpected } from './read-roster.ts';
import { readSessionRecord as readRecord } from './read-session-record.ts';
import { readSessionsToConfirm as readToConfirm } from './read-sessions-to-confirm.ts';
import { recordMakeUp as recordStudy } from './record-make-up.ts';
import { recordSession as record } from './record-session.ts';
import { reportNotHeld as report } from './report-not-held.ts';
import { restoreArrangement as bringBackArrangement } from './restore-arrangement.ts';
import { restoreSession as restore } from './restore-session.ts';
import { withdrawArrangement as dropArrangement } from './withdraw-arrangement.ts';
import { withdrawConfirmation as takeBack } from './withdraw-confirmation.ts';
import { withdrawMakeUp as dropStudy } from './withdraw-make-up.ts';
import { withdrawSession as drop } from './withdraw-session.ts';

export const activityRoutes: readonly Route[] = [
  route(readActivityWords, readWords),
  route(listSessions, list),
  route(readSessionRecord, readRecord),
  route(readRecordForm, readForm),
  route(readRoster, readExpected),
  route(findPersons, find),
  route(recordSession, record),
  route(amendSession, amend),
  route(reportNotHeld, report),
  route(withdrawSession, drop),
  route(restoreSession, restore),
  route(confirmSession, confirm),
  route(readSessionsToConfirm, readToConfirm),
  route(confirmSessions, confirmAll),
  route(withdrawConfirmation, takeBack),
  route(recordMakeUp, recordStudy),
  route(withdrawMakeUp, dropStudy),
  route(confirmMakeUp, confirmStudy),
  route(readArrangementMonth, readMonth),
  route(arrangeSessions, arrange),
  route(amendArrangement, changeArrangement),
  route(withdrawArrangement, dropArrangement),
  route(restoreArrangement, bringBackArrangement),
  route(planSession, plan),
  route(grids.readAttendanceTemplate, readAttendanceTemplate),
  route(grids.checkAttendanceTable, checkAttendanceTable),
  route(grids.mapAttendanceMarks, mapAttendanceMarks),
  route(grids.readAttendanceImport, (call, input) => gridImportOf(call, input.import)),
  route(grids.readAttendanceErrors, (call, input) => faultyRowsOf(call, ATTENDANCE_TABLE, input.import)),
  route(grids.carryOutAttendanceTable, carryOutAttendanceTable),
  route(grids.listAttendanceBatches, listAttendanceBatches),
  route(grids.withdrawAttendanceBatch, withdrawAttendanceBatch),
];

export const activityJobs: readonly JobKind[] = [
  { kind: ATTENDANCE_TABLE.check, work: checkAttendanceFile },
  { kind: ATTENDANCE_TABLE.carryOut, work: carryOutAttendanceFile },
];
