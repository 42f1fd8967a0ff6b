import type { z } from 'zod';
import type { SheetCheck, SheetImport, SheetProblem } from '#domain/imports/sheet-contract.ts';
import { type LinePlace, placeName } from '#domain/imports/table-line.ts';
import type { checkRegisterTable as contract } from '#domain/registers/import-contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Words } from '#domain/words/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { keepFaultyRows, sentBytes, takeTable } from '#server/platform/table-import.ts';
import { faultyRowsWorkbook } from '#server/platform/template-workbook.ts';
import { demandEnteringPlaces } from '#server/registers/entering-places.ts';
import { registerOn } from '#server/registers/register-reads.ts';
import { problemIn } from './entry-faults.ts';
import { checkInput, type CheckResult, REGISTER_TABLE } from './import-jobs.ts';
import { importOf } from './import-reads.ts';
import { type EntryTable, planEntries, type RowPlan } from './plan-entries.ts';
import { groundOf, readEntryTable } from './read-entry-table.ts';

/** Takes a table of a register in and leaves it to be checked; nothing of it is entered yet. */
export async function checkRegisterTable(call: Call, input: z.output<typeof contract.input>): Promise<SheetImport> {
  await demandEnteringPlaces(call, await registerOn(call.tx, input.register, call.today));
  return importOf(call, await takeTable(call, REGISTER_TABLE, input));
}

const CHECKING: Words = { zh: '正在检查', en: 'Checking' };

/** The check itself: which rows would be entered, which are there, and what is wrong with the others. */
export async function checkRegisterTableFile(job: Job, asked: unknown): Promise<Finish> {
  const input = checkInput.parse(asked);
  const table = await readEntryTable(job, await sentBytes(job, input.file), input.register, input.fileName);
  const plans = await job.read(async (call) => planEntries(call, table, await groundOf(call, table), (done) => job.progress(CHECKING, done, table.lines.length)));
  const checked = checkOf(table, plans);
  const bytes = checked.faulty > 0 ? await faultyRows(table, plans, await job.read((call) => takenBy(call, 'zh'))) : undefined;
  return async (call): Promise<CheckResult> => {
    const errors = await keepFaultyRows(call, input.fileName, bytes);
    call.audit({ kind: 'import', id: job.id });
    return { checked, errors };
  };
}

/** Faulty rows whose problems the page shows; all of them are in the file of faulty rows. */
const PROBLEMS_SHOWN = 200;

function checkOf(table: EntryTable, plans: readonly RowPlan[]): SheetCheck {
  const card = registerCardOf(table.register);
  const created = plans.filter((it) => it.outcome === 'created');
  const faulty = plans.filter((it) => it.outcome === 'faulty');
  const cells = new Map(table.lines.map((it) => [it.row, it.cells]));
  return {
    rows: table.lines.length, created: created.length, waiting: created.filter(({ entry }) => entry.standing === 'proposed').length,
    changed: 0, there: plans.filter((it) => it.outcome === 'there').length, faulty: faulty.length,
    problems: faulty.slice(0, PROBLEMS_SHOWN).flatMap(({ row, faults }) => faults.map((it) => placed(problemIn(card, table.header, row, cells.get(row) ?? [], it), table.places.get(row)))),
    notices: noticesOf(table, plans),
  };
}

/** In sheets laid out otherwise a cell is told by where it stands, not by a row of the table that was made of them. */
const placed = (problem: SheetProblem, place: LinePlace | undefined): SheetProblem => (place === undefined ? problem : { ...problem, row: place.row, column: placeName(place) });

function noticesOf({ header, notices, places }: EntryTable, plans: readonly RowPlan[]): Words[] {
  const differing = plans.flatMap((it) => (it.outcome === 'there' && it.differs ? [it.row] : []));
  const cells = differing.flatMap((row) => { const place = places.get(row); return place === undefined ? [] : [placeName(place)]; });
  if (cells.length > 0) {
    return [...notices, {
      zh: `${listed(cells, '、')} 已经登记，但数与表中不同；导入不会改动，需要修改的请打开原登记。`,
      en: `${listed(cells, ', ')} are entered already with other numbers; an import changes nothing there. Open the entry to amend it.`,
    }];
  }
  return [
    ...notices,
    ...(header.others.length > 0 ? [{ zh: `以下列没有导入：${header.others.join('、')}。`, en: `These columns were not taken over: ${header.others.join(', ')}.` }] : []),
    ...(differing.length > 0 ? [{
      zh: `第 ${listed(differing, '、')} 行的事项已经登记，但内容与表中不同；导入不会改动，需要修改的请打开原登记。`,
      en: `Rows ${listed(differing, ', ')} are entered already with other contents; an import changes nothing there. Open the entry to amend it.`,
    }] : []),
  ];
}

const ROWS_NAMED = 10;
const listed = (rows: readonly (number | string)[], between: string): string => `${rows.slice(0, ROWS_NAMED).join(between)}${rows.length > ROWS_NAMED ? '…' : ''}`;

const placeIn = (place: LinePlace | undefined): string => (place === undefined ? '' : `（${placeName(place)}）`);

function faultyRows(table: EntryTable, plans: readonly RowPlan[], taken: string): Promise<Uint8Array> {
  const card = registerCardOf(table.register);
  const faults = new Map(plans.flatMap((it) => (it.outcome === 'faulty' ? [[it.row, it.faults] as const] : [])));
  return faultyRowsWorkbook({ sheet: table.register.label.zh, taken }, table.header.titles, table.lines, ({ row, cells }) =>
    (faults.get(row) ?? []).map((it) => problemIn(card, table.header, row, cells, it)).map((it) => `${placeIn(table.places.get(row))}${it.column}：${it.rule.zh}${it.suggestion.zh}`));
}
