import { readFileSync } from 'node:fs';
import { confirmSelfCheck } from '#domain/months/self-check-contract.ts';
import { changeOrganisation, readOrganisations } from '#domain/orgs/contract.ts';
import { recordInclusion } from '#domain/orgs/inclusion-contract.ts';
import { adoptScheme } from '#domain/schemes/contract.ts';
import { arrangeNovember, type AtWork, complete, dissolve, enter, hold, join, leavePost, makeUp, move, notHeld } from './live.ts';
import { announce, handOut, idsOf, importAttendance, importRegister, importRoster, importTable } from './moving-in.ts';
import { type OwnBureau, ownBureau } from './own-bureau.ts';
import { leaves, pastAttendance } from './past-attendance.ts';
import { decisions, officeRegisters, pastRegisters } from './past-registers.ts';
import { CRIMINAL, DETENTION, GROUP_ONE, GROUP_TWO, organisations, POLITICAL, roster, SIGNALS } from './people.ts';

/** Recorder and secretary of each branch; of the office one who enters and one who confirms. */
const [A, A_SECRETARY] = ['610005', '610001'] as const;
const [B, B_SECRETARY] = ['620004', '620001'] as const;
const [C, C_SECRETARY] = ['630002', '630001'] as const;
const [OFFICE, OFFICE_SECRETARY, DISCIPLINE] = ['640002', '640001', '640003'] as const;
export const secretaryOf: Readonly<Record<string, string>> = { [DETENTION]: A_SECRETARY, [CRIMINAL]: B_SECRETARY, [SIGNALS]: C_SECRETARY };

const until = (bureau: OwnBureau, day: string): void => bureau.setNow(`2026-${day}T17:30:00+08:00`);

/** A bureau of one's own from nothing to the first days of December, through the operations that its people use. */
export async function novemberOfThree(): Promise<AtWork> {
  const bureau = await ownBureau('2026-11-02T08:00:00+08:00');
  await begin(bureau);
  const work = { bureau, ids: await idsOf(bureau) };
  await bringThePast(work);
  await liveNovember(work);
  until(bureau, '12-02');
  return work;
}

async function begin(bureau: OwnBureau): Promise<void> {
  await announce(bureau);
  await nameTheTop(bureau);
  await importTable(bureau, 'dangwu', 'organisations', organisations);
  const deputy = await bureau.as('dangwu');
  await deputy.call(adoptScheme, { text: readFileSync('schemes/dezhou.yaml', 'utf8'), from: '2026-01-01' });
  await importRoster(bureau, 'dangwu', roster());
  const { organisation } = await idsOf(bureau);
  for (const [name, from] of [['局党委', '2026-11-01'], [DETENTION, '2026-01-01'], [CRIMINAL, '2026-07-01']] as const) {
    await deputy.call(recordInclusion, { organisation: organisation(name), version: null, from });
  }
  await handOut(bureau, [
    [A, 'recorder', DETENTION], [A_SECRETARY, 'secretary', DETENTION], [B, 'recorder', CRIMINAL], [B_SECRETARY, 'secretary', CRIMINAL], [C, 'recorder', SIGNALS], [C_SECRETARY, 'secretary', SIGNALS],
    [OFFICE, 'partyAffairsOfficer', '机关党委'], [OFFICE_SECRETARY, 'organsSecretary', '机关党委'], [DISCIPLINE, 'organsDiscipline', '局党委'],
  ]);
}

async function nameTheTop(bureau: OwnBureau): Promise<void> {
  const deputy = await bureau.as('dangwu');
  const { items: [top] } = await deputy.call(readOrganisations, {});
  if (!top) throw new Error('a bureau begins with a top');
  await deputy.call(changeOrganisation, { organisation: top.id, version: top.version, number: 'Q', name: '中共清源市公安局委员会', shortName: '局党委', category: top.category, founded: '2020-01-01' });
}

async function bringThePast({ bureau }: AtWork): Promise<void> {
  const early = { bureau, ids: await idsOf(bureau) };
  await arrangeNovember(early, OFFICE, [DETENTION, CRIMINAL, SIGNALS, POLITICAL]);
  await join(early, 'dangwu', '630004', '聂榛', SIGNALS, '2026-10-20');
  await move(early, 'dangwu', '610011', CRIMINAL, null, '2026-09-01');
  await leavePost(early, 'dangwu', '610003', '2026-06-30');
  await importTable(bureau, OFFICE, 'leave', leaves);
  for (const [activity, sheets, sessions] of pastAttendance) {
    const created = await importAttendance(bureau, OFFICE, activity, sheets);
    if (created !== sessions) throw new Error(`${activity}: ${created} of ${sessions} sessions`);
  }
  for (const number of ['610008', '610009', '610010']) await move(early, 'dangwu', number, DETENTION, GROUP_ONE ?? null, '2026-10-01');
  await dissolve(early, 'dangwu', GROUP_TWO ?? '', '2026-09-30');
  for (const [register, rows] of [...officeRegisters, ...pastRegisters]) await importRegister(bureau, OFFICE, register, rows, OFFICE_SECRETARY);
  await importRegister(bureau, DISCIPLINE, 'disciplineDecision', decisions, DISCIPLINE);
  // What a sheet of attendance cannot say.
  for (const day of ['01-14', '02-11', '03-11', '04-15', '05-13', '06-10']) await complete(early, A, DETENTION, `2026-${day}`, { agenda: [true] });
  await complete(early, A, DETENTION, '2026-03-18', { speakers: [A_SECRETARY] });
  await complete(early, A, DETENTION, '2026-02-02', { contents: ['drill'] });
  await hold(early, A, DETENTION, { activities: ['committeeMeeting'], day: '2026-10-14', agenda: [true, false] });
  await hold(early, A, DETENTION, { activities: ['committeeMeeting'], day: '2026-10-28', agenda: [false, true] });
}

async function liveNovember({ bureau }: AtWork): Promise<void> {
  const work = { bureau, ids: await idsOf(bureau) };
  const study = (by: string, branch: string, day: string, over: Partial<Parameters<typeof hold>[3]> = {}) => hold(work, by, branch, { activities: ['mondayStudy'], day: `2026-11-${day}`, ...over });
  until(bureau, '11-06');
  await firstWeek(work, study);
  until(bureau, '11-13');
  await hold(work, A, GROUP_ONE ?? '', { activities: ['groupMeeting'], day: '2026-11-10', minuteTaker: null });
  await enter(work, A, A_SECRETARY, 'ideologyAnalysis', DETENTION, '2026-11-11');
  await enter(work, A, A_SECRETARY, 'missionLesson', DETENTION, '2026-11-12', { values: { mission: '冬季安保', attended: '9' } });
  const missed = await study(B, CRIMINAL, '09', { away: { '620002': ['absent', 'personalLeave'] }, contents: ['drill'] });
  await makeUp(work, B, missed, '620002', '2026-11-13', B_SECRETARY);
  await enter(work, B, B_SECRETARY, 'partyBirthdayMarked', CRIMINAL, '2026-11-11', { persons: { '620008': null } });
  await study(C, SIGNALS, '09', { away: { '630004': ['late', null] }, minuteTaker: null });
  await enter(work, C, C_SECRETARY, 'partyBirthdayMarked', SIGNALS, '2026-11-06', { persons: { '630002': null } });
  await hold(work, C, SIGNALS, { activities: ['memberAssembly'], day: '2026-11-12', agenda: [true] });
  until(bureau, '11-20');
  const late = await study(A, DETENTION, '09', { away: { '610007': ['absent', 'personalLeave'], '610009': ['excused', 'urgentTask'] } });
  await makeUp(work, A, late, '610007', '2026-11-20', A_SECRETARY);
  await hold(work, A, DETENTION, { activities: ['themePartyDay', 'partyLecture'], day: '2026-11-18', speakers: ['610006'] });
  await hold(work, A, DETENTION, { activities: ['memberAssembly'], day: '2026-11-20' });
  await hold(work, B, CRIMINAL, { activities: ['themePartyDay'], day: '2026-11-19' });
  await enter(work, C, OFFICE, 'volunteer', SIGNALS, '2026-11-15', { persons: { '630001': null }, values: { service: '线路义务检修' } });
  until(bureau, '11-27');
  await lastWeek(work, study);
  until(bureau, '12-01');
  await study(A, DETENTION, '30', { away: { '610007': ['absent', 'personalLeave'] } });
  await study(B, CRIMINAL, '30');
}

type Study = (by: string, branch: string, day: string, over?: Partial<Parameters<typeof hold>[3]>) => Promise<string>;

async function firstWeek(work: AtWork, study: Study): Promise<void> {
  await study(A, DETENTION, '02', { contents: ['profession'], speakers: ['610004'] });
  await hold(work, A, DETENTION, { activities: ['committeeMeeting'], day: '2026-11-04', agenda: [true] });
  await study(B, CRIMINAL, '02');
  await hold(work, B, CRIMINAL, { activities: ['committeeMeeting'], day: '2026-11-05', agenda: [true] });
  await study(C, SIGNALS, '02');
  await enter(work, C, OFFICE, 'careList', SIGNALS, '2026-11-05', { persons: { '630004': null }, values: { need: 'hardship' }, until: '2026-12-31' });
  await (await work.bureau.as(A_SECRETARY)).call(confirmSelfCheck, { organisation: work.ids.organisation(DETENTION), period: '2026-10', version: null, seconds: 90 });
}

async function lastWeek(work: AtWork, study: Study): Promise<void> {
  await notHeld(work, A, DETENTION, '2026-11-23');
  await study(B, CRIMINAL, '23');
  await study(C_SECRETARY, SIGNALS, '23', { away: { '630002': ['excused', 'urgentTask'] } });
  await hold(work, B, CRIMINAL, { activities: ['partyLecture'], day: '2026-11-18', speakers: ['620004'] });
  await hold(work, C, SIGNALS, { activities: ['memberAssembly'], day: '2026-11-26', agenda: [false] });
  await enter(work, A, A_SECRETARY, 'preMeetingTalk', DETENTION, '2026-11-25');
  for (const [by, confirmer, branch, due, paid, ballots] of [[A, A_SECRETARY, DETENTION, '10', '9', ['8', '2', '0']], [B, B_SECRETARY, CRIMINAL, '9', '9', ['3', '1', '0']], [C, C_SECRETARY, SIGNALS, '4', '3', ['3', '1', '1']]] as const) {
    await enter(work, by, confirmer, 'dues', branch, '2026-11-25', { values: { due, paid } });
    const [satisfied = '0', mostly = '0', dissatisfied = '0'] = ballots;
    await enter(work, by, OFFICE, 'satisfaction', branch, '2026-11-26', { values: { satisfied, mostly, dissatisfied } });
  }
  const mission = { name: '冬季安保', sort: 'security' };
  await enter(work, A, OFFICE, 'mission', DETENTION, '2026-11-15', { persons: { '610001': null, '610005': null, '610008': null }, values: mission, until: '2026-11-25' });
  await enter(work, C, OFFICE, 'mission', SIGNALS, '2026-11-15', { persons: { '630001': null, '630002': null, '630003': null }, values: mission, until: '2026-11-17' });
  for (const [name, mark] of [['通信保障先锋队', '2.50'], ['机房示范岗', '1.50']] as const) await enter(work, C, OFFICE, 'vanguard', SIGNALS, '2026-11-10', { persons: { '630002': null }, values: { sort: 'team', name, mark } });
  for (const [branch, marks] of [[DETENTION, ['3.00', '3.00', '2.00']], [CRIMINAL, ['4.00', '4.00']]] as const) {
    for (const [at, mark] of marks.entries()) await enter(work, OFFICE, OFFICE_SECRETARY, 'brandMark', branch, '2026-11-25', { values: { judge: `评委${'甲乙丙'[at] ?? ''}`, mark } });
  }
}
