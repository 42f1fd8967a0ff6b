import { writeXlsx } from 'hucre';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import type { Database } from '#server/platform/database.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import pino from 'pino';
import { BUREAU } from './kept.ts';
import { served, type Served } from './served.ts';

/** The branch in which the demo tells most. */
const TOLD = 'A118';

/** What the demo leaves out: tables that are filled only by what people do at a running server, by those operations themselves. */
export async function useEveryRoom(database: Database, at: string): Promise<void> {
  const as = (userName: string): Promise<Served> => served(database, at, userName);
  const today = at.slice(0, 10);
  const [officer, deputy, secretary, member] = [await as('ganshi'), await as('fushuji'), await as('shuji'), await as('dangyuan')];
  await served(database, at, 'nobody-of-this-name').catch(() => {});

  const { items: branches } = (await officer.ask('/points/branches')) as { items: readonly { id: string; number: string }[] };
  const branch = branches.find(({ number }) => number === TOLD)?.id ?? '';
  const { items: people } = (await officer.ask(`/organisations/${branch}/points`)) as { items: readonly { person: string }[] };

  await deputy.write('/bureau/name', { zh: '样例市公安局', en: 'Kept bureau' }, 'PUT');
  await (await as('juling')).write('/bureau/compliance', { switch: 'branchPointsOnPhone', opened: true, document: '机党发〔2026〕21号', decidedBy: '局党委会议', decidedOn: today, until: null });
  await (await as('anquan')).write('/second-factor-roles', { roles: ['publicist'] }, 'PUT');
  await officer.write('/kept-columns/people', { table: 'people', away: ['group'] }, 'PUT');
  await officer.write('/self-checks/reminders', { period: '2026-02' });
  await deputy.write(`/organisations/${branch}/late-filing-grants`, { period: '2026-01', until: '2026-12-31', reason: '纸质记录补录' });
  await secretary.write(`/organisations/${branch}/delegations`, { deputy: people[1]?.person, from: today, to: '2026-04-10' });
  const { id } = (await member.write('/complaints', { kind: 'suggestion', text: '登记簿的字太小', page: '/registers' })) as { id: string };
  await officer.write(`/complaints/${id}/answer`, { text: '已放大' }, 'PUT');
  const { items: [lecture] } = (await officer.ask('/lectures')) as { items: readonly { session: string }[] };
  await officer.write(`/sessions/${lecture?.session}/recommendation`, { recommended: true });
  await importRoster(database, at, officer);
}

/** Somebody new, by a file: checked and carried out as long work. */
async function importRoster(database: Database, at: string, officer: Served): Promise<void> {
  const cells: Readonly<Record<string, string>> = { 姓名: '石云', 警号: '990001', 人员类别: '正式党员', 所在党支部: '看守所党支部', 人员身份: '民警' };
  const titles = rosterColumns.map(({ title }) => title);
  const file = await writeXlsx({ sheets: [{ name: '花名册', rows: [titles, titles.map((title) => cells[title] ?? null)] }] });
  const runner = openJobRunner({ database, bureaus: [BUREAU], kinds: jobKinds, clock: () => new Date(at), log: pino({ level: 'warn' }), reactions, accountActs });
  const sent = (await officer.write(`/imports/roster?fileName=${encodeURIComponent('花名册.xlsx')}&from=${at.slice(0, 10)}`, file)) as { id: string };
  await runner.runWaiting();
  await officer.write(`/imports/roster/${sent.id}/carry-out`, { skipFaulty: false });
  await runner.runWaiting();
}
