import * as absences from '#domain/rota/absence-contract.ts';
import * as teams from '#domain/rota/contract.ts';
import * as stops from '#domain/rota/stop-contract.ts';
import { restoreAbsence as restoring } from '#domain/rota/restoring-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { amendShiftTeam, changeCycle, withdrawShiftTeam } from './amend-shift-team.ts';
import { confirmRota } from './confirm-rota.ts';
import { declareStudyStop, withdrawStudyStop } from './declare-stop.ts';
import { listAbsences, listOwnLeaves } from './list-absences.ts';
import { listLeaveReasons } from './list-leave-reasons.ts';
import { listRotaOrganisations, listShiftTeams } from './list-shift-teams.ts';
import { listStudyStops, readStopForm } from './list-stops.ts';
import { makeShiftTeams, recordShiftTeam } from './make-shift-teams.ts';
import { placePeople } from './place-people.ts';
import { readExpectation } from './read-expectation.ts';
import { readRotaMonth } from './read-month.ts';
import { amendClosedDuty, recordClosedDuty } from './record-closed-duty.ts';
import { amendLeave, recordLeave, recordOwnLeave } from './record-leave.ts';
import { amendSecondment, recordSecondment } from './record-secondment.ts';
import { restoreAbsence, withdrawAbsence } from './withdraw-absence.ts';

export const rotaRoutes: readonly Route[] = [
  route(teams.listRotaOrganisations, listRotaOrganisations),
  route(teams.listShiftTeams, listShiftTeams),
  route(teams.makeShiftTeams, makeShiftTeams),
  route(teams.recordShiftTeam, recordShiftTeam),
  route(teams.amendShiftTeam, amendShiftTeam),
  route(teams.changeCycle, changeCycle),
  route(teams.withdrawShiftTeam, withdrawShiftTeam),
  route(teams.placePeople, placePeople),
  route(teams.readRotaMonth, readRotaMonth),
  route(teams.readExpectation, readExpectation),
  route(absences.listAbsences, listAbsences),
  route(absences.listLeaveReasons, listLeaveReasons),
  route(absences.recordLeave, recordLeave),
  route(absences.recordOwnLeave, recordOwnLeave),
  route(absences.listOwnLeaves, listOwnLeaves),
  route(absences.amendLeave, amendLeave),
  route(absences.recordClosedDuty, recordClosedDuty),
  route(absences.amendClosedDuty, amendClosedDuty),
  route(absences.recordSecondment, recordSecondment),
  route(absences.amendSecondment, amendSecondment),
  route(absences.withdrawAbsence, withdrawAbsence),
  route(restoring, restoreAbsence),
  route(absences.confirmRota, confirmRota),
  route(stops.readStopForm, readStopForm),
  route(stops.listStudyStops, listStudyStops),
  route(stops.declareStudyStop, declareStudyStop),
  route(stops.withdrawStudyStop, withdrawStudyStop),
];
