import * as absences from '#domain/rota/absence-contract.ts';
import * as teams from '#domain/rota/contract.ts';
import * as stops from '#domain/rota/stop-contract.ts';
import { restoreAbsence } from '#domain/rota/restoring-contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const fields = (bench: Bench) => ({ name: `班${bench.next()}`, anchor: '2026-11-02', cycle: [[{ start: '08:00', hours: 9 }], []], restHours: 0, from: '2026-01-01', to: null });
const team = (bench: Bench): Promise<{ team: string; version: number }> =>
  bench.as('jiping').call(teams.recordShiftTeam, { organisation: bench.on('detention'), ...fields(bench) });
const spell = { from: '2026-09-01', to: '2026-09-02' };
const leave = async (bench: Bench): Promise<{ leave: string; version: number }> => {
  const { leave: id, version } = await bench.as('jiping').call(absences.recordLeave, {
    organisation: bench.on('detention'), person: await bench.newPerson(), reason: 'sickLeave', ...spell });
  return { leave: id, version };
};
const closedDuty = async (bench: Bench): Promise<{ closedDuty: string; version: number; persons: string[] }> => {
  const persons = [await bench.newPerson()];
  const { closedDuty: id, version } = await bench.as('jiping').call(absences.recordClosedDuty, { organisation: bench.on('detention'), persons, ...spell, studyAtPost: true });
  return { closedDuty: id, version, persons };
};
const secondment = async (bench: Bench): Promise<{ secondment: string; version: number }> => {
  const { secondment: id, version } = await bench.as('jiping').call(absences.recordSecondment, {
    organisation: bench.on('detention'), person: await bench.newPerson(), seconded: null, from: '2026-09-01', to: null });
  return { secondment: id, version };
};
/** Leave that somebody entered for himself and that another must confirm. */
const ownLeave = async (bench: Bench): Promise<{ fact: string; version: number }> => {
  const day = bench.comingDay();
  const { leave: fact, version } = await bench.as('wenlan').call(absences.recordOwnLeave, { reason: 'sickLeave', from: day, to: day });
  return { fact, version };
};
const stop = (bench: Bench): Promise<{ stop: string; version: number }> => bench.as('fangmin').call(stops.declareStudyStop, notice(bench));
const notice = (bench: Bench) => ({ organisation: bench.on('organs'), activities: ['mondayStudy'], day: bench.comingDay(), movedTo: null, document: '' });

export const rotaRequests: readonly Asked[] = [
  asking(teams.listRotaOrganisations, 'jiping', () => ({})),
  asking(teams.listShiftTeams, 'jiping', (bench) => ({ organisation: bench.on('detention') })),
  asking(teams.makeShiftTeams, 'jiping', (bench) => ({
    organisation: bench.on('detention'), known: 'threeTeamsTwoShifts', names: [1, 2, 3].map(() => `班${bench.next()}`), firstDay: '2026-11-02', from: '2026-01-01' })),
  asking(teams.recordShiftTeam, 'jiping', (bench) => ({ organisation: bench.on('detention'), ...fields(bench) })),
  asking(teams.amendShiftTeam, 'jiping', async (bench) => {
    const { team: id, version } = await team(bench);
    return { team: id, version, ...fields(bench) };
  }),
  asking(teams.changeCycle, 'jiping', async (bench) => {
    const { team: id, version } = await team(bench);
    return { team: id, version, from: '2026-10-01', anchor: '2026-10-01', cycle: [[{ start: '08:00', hours: 9 }], [], []], restHours: 0 };
  }),
  asking(teams.withdrawShiftTeam, 'jiping', async (bench) => {
    const { team: id, version } = await team(bench);
    return { team: id, version };
  }),
  asking(teams.placePeople, 'jiping', async (bench) => ({
    organisation: bench.on('detention'), team: (await team(bench)).team, persons: [await bench.newPerson()], from: '2026-10-01' })),
  asking(teams.readRotaMonth, 'jiping', (bench) => ({ organisation: bench.on('detention'), month: '2026-11' })),
  asking(teams.readExpectation, 'jiping', (bench) => ({ organisation: bench.on('detention'), day: '2026-11-16', from: '19:00', to: '21:00', activities: 'mondayStudy' })),
  asking(absences.listAbsences, 'jiping', (bench) => ({ organisation: bench.on('detention'), from: '2026-11-01', to: '2026-11-30' })),
  asking(absences.listLeaveReasons, 'jiping', () => ({})),
  asking(absences.listOwnLeaves, 'newcomer', () => ({})),
  asking(absences.recordLeave, 'jiping', async (bench) => ({ organisation: bench.on('detention'), person: await bench.newPerson(), reason: 'sickLeave', ...spell })),
  asking(absences.recordOwnLeave, 'newcomer', (bench) => {
    const day = bench.comingDay();
    return { reason: 'sickLeave', from: day, to: day };
  }),
  asking(absences.amendLeave, 'jiping', async (bench) => ({ ...(await leave(bench)), reason: 'sickLeave', from: '2026-09-01', to: '2026-09-03' })),
  asking(absences.recordClosedDuty, 'jiping', async (bench) => ({ organisation: bench.on('detention'), persons: [await bench.newPerson()], ...spell, studyAtPost: true })),
  asking(absences.amendClosedDuty, 'jiping', async (bench) => ({ ...(await closedDuty(bench)), from: '2026-09-01', to: '2026-09-03', studyAtPost: true })),
  asking(absences.recordSecondment, 'jiping', async (bench) => ({ organisation: bench.on('detention'), person: await bench.newPerson(), seconded: null, from: '2026-09-01', to: null })),
  asking(absences.amendSecondment, 'jiping', async (bench) => ({ ...(await secondment(bench)), seconded: null, from: '2026-09-01', to: '2026-09-30' })),
  asking(absences.withdrawAbsence, 'jiping', async (bench) => {
    const { leave: fact, version } = await leave(bench);
    return { fact, version };
  }),
  asking(restoreAbsence, 'jiping', async (bench) => {
    const { leave: fact, version } = await leave(bench);
    await bench.as('jiping').call(absences.withdrawAbsence, { fact, version });
    return { fact, version: version + 1 };
  }),
  asking(absences.confirmRota, 'luojian', ownLeave),
  asking(stops.readStopForm, 'fangmin', () => ({})),
  asking(stops.listStudyStops, 'fangmin', (bench) => ({ organisation: bench.on('organs'), year: '2026' })),
  asking(stops.declareStudyStop, 'fangmin', notice),
  asking(stops.withdrawStudyStop, 'fangmin', async (bench) => {
    const { stop: id, version } = await stop(bench);
    return { stop: id, version };
  }),
];
