import { openAccounts } from '#domain/access/roster-contract.ts';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { announceCalendar, readCalendar } from '#domain/calendar/contract.ts';
import type { Role } from '#domain/access/roles.ts';
import { carryOutRoster, checkRoster, readRosterImport } from '#domain/imports/contract.ts';
import { carryOutTable, checkTable, readTableImport, type ImportTable } from '#domain/imports/table-contract.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { readPeople } from '#domain/people/contract.ts';
import * as registers from '#domain/registers/contract.ts';
import * as tables from '#domain/registers/import-contract.ts';
import { workbook, workbookOf } from '#test/workbooks.ts';
import type { OwnBureau } from './own-bureau.ts';

export type Rows = readonly (readonly (string | number | null)[])[];
type Sheets = Readonly<Record<string, Rows>>;

/** What came of checking a file: nothing may be faulty, or the test says what. */
function unfaulty(what: string, checked: { faulty: number; problems: readonly { row: number; column: string; value: string; rule: { zh: string } }[] } | null): void {
  if (checked === null || checked.faulty > 0) throw new Error(`${what}: ${JSON.stringify(checked?.problems.map(({ row, column, value, rule }) => `${row} ${column} ${value} ${rule.zh}`))}`);
}

export async function importTable(bureau: OwnBureau, by: string, table: ImportTable, rows: Rows): Promise<void> {
  const caller = await bureau.as(by);
  const { id } = await caller.call(checkTable, { table, fileName: `${table}.xlsx` }, { file: await workbook(rows) });
  await bureau.runJobs();
  unfaulty(table, (await caller.call(readTableImport, { import: id })).checked);
  await caller.call(carryOutTable, { import: id, skipFaulty: false });
  await bureau.runJobs();
}

export async function importRoster(bureau: OwnBureau, by: string, rows: Rows): Promise<number> {
  const caller = await bureau.as(by);
  const { id } = await caller.call(checkRoster, { fileName: '党员花名册（汇总）.xlsx', from: '2026-01-01' }, { file: await workbook(rows) });
  await bureau.runJobs();
  unfaulty('roster', (await caller.call(readRosterImport, { import: id })).checked);
  await caller.call(carryOutRoster, { import: id, skipFaulty: false });
  await bureau.runJobs();
  return (await caller.call(readRosterImport, { import: id })).outcome?.created ?? 0;
}

/** A workbook with a sheet for each branch or group; what was created of it. */
export async function importAttendance(bureau: OwnBureau, by: string, activity: string, sheets: Sheets): Promise<number> {
  const caller = await bureau.as(by);
  const { id } = await caller.call(grids.checkAttendanceTable, { fileName: `2026年1-10月${activity}.xlsx`, activity }, { file: await workbookOf(sheets) });
  await bureau.runJobs();
  const { checked, check } = await caller.call(grids.readAttendanceImport, { import: id });
  if (checked === null || checked.problems.length > 0) throw new Error(`${activity}: ${JSON.stringify(checked?.problems ?? check)}`);
  await caller.call(grids.carryOutAttendanceTable, { import: id, skipFaulty: false });
  await bureau.runJobs();
  return (await caller.call(grids.readAttendanceImport, { import: id })).outcome?.created ?? 0;
}

/** A table of a register, and what of it waits is confirmed by another. */
export async function importRegister(bureau: OwnBureau, by: string, register: string, rows: Rows, confirmer: string): Promise<void> {
  const caller = await bureau.as(by);
  const { id } = await caller.call(tables.checkRegisterTable, { register, fileName: `${register}.xlsx` }, { file: await workbook(rows) });
  await bureau.runJobs();
  const { checked, check } = await caller.call(tables.readRegisterImport, { import: id });
  if (checked === null) throw new Error(`${register}: ${JSON.stringify(check)}`);
  unfaulty(register, checked);
  await caller.call(tables.carryOutRegisterTable, { import: id, skipFaulty: false });
  await bureau.runJobs();
  await confirmWaiting(bureau, register, confirmer);
}

export async function confirmWaiting(bureau: OwnBureau, register: string, confirmer: string): Promise<void> {
  const other = await bureau.as(confirmer);
  const { items } = await other.call(registers.listRegisterEntries, { register, waiting: 'yes', size: 200 });
  for (const { entry, version } of items) await other.call(registers.confirmRegisterEntry, { entry, version });
}

/** Ids by the short names of organisations, and by the numbers of people. */
export async function idsOf(bureau: OwnBureau): Promise<{ organisation: (name: string) => string; person: (number: string) => string }> {
  const office = await bureau.as('dangwu');
  const organisations = new Map((await office.call(readOrganisations, {})).items.map(({ shortName, id }) => [shortName, id]));
  const people = new Map((await office.call(readPeople, { size: 500 })).items.map(({ number, id }) => [number, id]));
  const found = (from: Map<string, string>) => (key: string): string => {
    const id = from.get(key);
    if (id === undefined) throw new Error(`there is no ${key}`);
    return id;
  };
  return { organisation: found(organisations), person: found(people) };
}

export async function announce(bureau: OwnBureau): Promise<void> {
  const office = await bureau.as('dangwu');
  for (const year of [2025, 2026]) {
    const { offered } = await office.call(readCalendar, { year: String(year) });
    if (offered) await office.call(announceCalendar, { ...offered, year: String(year) });
  }
}

/** The security administrator hands out accounts with their roles, and everybody comes in once. */
export async function handOut(bureau: OwnBureau, people: readonly (readonly [number: string, role: Role, on: string])[]): Promise<void> {
  const { organisation, person } = await idsOf(bureau);
  const password = (number: string): string => `first-password-${number.slice(-3)}-7`;
  await (await bureau.as('anquan')).call(openAccounts, { people: people.map(([number, role, on]) => ({ person: person(number), firstPassword: password(number), roles: [{ role, organisation: organisation(on) }] })) });
  for (const [number] of people) await bureau.begin(number, password(number));
}
