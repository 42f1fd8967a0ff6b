import type { z } from 'zod';
import type { SheetCheck, SheetImport } from '#domain/imports/sheet-contract.ts';
import type { checkTable as contract } from '#domain/imports/table-contract.ts';
import { type LinePlan, placeName, problemIn } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Call } from '#server/platform/call.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { keepFaultyRows, sentBytes, takeTable } from '#server/platform/table-import.ts';
import { faultyRowsWorkbook } from '#server/platform/template-workbook.ts';
import { readLines, type ReadLines } from './read-lines.ts';
import { tableImportOf } from './table-import-reads.ts';
import { checkInput, type CheckResult, demandTableImporter, importerOf, TABLE } from './table-jobs.ts';

/** Takes a table in and leaves it to be checked; nothing of it is imported yet. */
export async function checkTable(call: Call, input: z.output<typeof contract.input>): Promise<SheetImport> {
  demandTableImporter(call, input.table);
  return tableImportOf(call, await takeTable(call, TABLE, input));
}

/** The check itself: what every line would record, which ones are there, and what is wrong with the others. */
export const checkTableFile = (importers: readonly TableImporter[]) => async (job: Job, asked: unknown): Promise<Finish> => {
  const input = checkInput.parse(asked);
  const importer = importerOf(importers, input.table);
  const table = await readLines(job, await sentBytes(job, input.file), input.fileName, importer);
  const plans = await job.read((call) => {
    demandTableImporter(call, input.table);
    return importer.plan(call, table.lines, false);
  });
  const checked = checkOf(importer, table, plans);
  const bytes = checked.faulty > 0 ? await faultyRows(importer, table, plans, await job.read((call) => takenBy(call, 'zh'))) : undefined;
  return async (call): Promise<CheckResult> => {
    const errors = await keepFaultyRows(call, input.fileName, bytes);
    call.audit({ kind: 'import', id: job.id });
    return { checked, errors };
  };
};

/** Faulty rows whose problems the page shows; all of them are in the file of faulty rows. */
const PROBLEMS_SHOWN = 200;

function checkOf({ columns }: TableImporter, { header, cells, lines, notices }: ReadLines, plans: readonly LinePlan[]): SheetCheck {
  const created = plans.flatMap((it) => (it.outcome === 'created' ? [it] : []));
  const faulty = plans.flatMap((it) => (it.outcome === 'faulty' ? [it] : []));
  const byRow = new Map(cells.map((it) => [it.row, it.cells]));
  const lineAt = new Map(lines.map((it) => [it.row, it]));
  return {
    rows: cells.length, created: created.length, waiting: created.filter(({ facts }) => facts.some(({ standing }) => standing === 'proposed')).length,
    changed: plans.filter((it) => it.outcome === 'completed').length, there: plans.filter((it) => it.outcome === 'there').length, faulty: faulty.length,
    problems: faulty.slice(0, PROBLEMS_SHOWN).flatMap(({ row, faults }) => faults.map((it) => problemIn(columns, header, lineAt.get(row) ?? { row }, byRow.get(row) ?? [], it))),
    notices: [...notices, ...noticesOf(header.others, plans)],
  };
}

const ROWS_NAMED = 10;
const listed = (rows: readonly number[], between: string): string => `${rows.slice(0, ROWS_NAMED).join(between)}${rows.length > ROWS_NAMED ? '…' : ''}`;

/** What the lines did not say and was added, each with its lines. */
function additions(plans: readonly LinePlan[]): Words[] {
  const rows = new Map<string, { readonly words: Words; readonly rows: number[] }>();
  for (const plan of plans) {
    for (const words of plan.outcome === 'created' || plan.outcome === 'completed' ? plan.added ?? [] : []) {
      const known = rows.get(words.zh) ?? { words, rows: [] };
      known.rows.push(plan.row);
      rows.set(words.zh, known);
    }
  }
  return [...rows.values()].map((it) => ({ zh: `第 ${listed(it.rows, '、')} 行${it.words.zh}。`, en: `Rows ${listed(it.rows, ', ')}: ${it.words.en}.` }));
}

function noticesOf(others: readonly string[], plans: readonly LinePlan[]): Words[] {
  const differing = plans.flatMap((it) => ((it.outcome === 'there' || it.outcome === 'completed') && it.differs ? [it.row] : []));
  return [
    ...additions(plans),
    ...(others.length > 0 ? [{ zh: `以下列没有导入：${others.join('、')}。`, en: `These columns were not taken over: ${others.join(', ')}.` }] : []),
    ...(differing.length > 0 ? [{
      zh: `第 ${listed(differing, '、')} 行在系统中已有，但内容与表中不同；导入不会改动，需要修改的请在其页面办理。`,
      en: `Rows ${listed(differing, ', ')} are in the system already with other contents; an import changes nothing there. Change them on their own pages.`,
    }] : []),
  ];
}

function faultyRows({ sheet, columns }: TableImporter, { header, cells, lines }: ReadLines, plans: readonly LinePlan[], taken: string): Promise<Uint8Array> {
  const placeOf = new Map(lines.flatMap(({ row, place }) => (place === undefined ? [] : [[row, `（${placeName(place)}）`] as const])));
  const faults = new Map(plans.flatMap((it) => (it.outcome === 'faulty' ? [[it.row, it.faults] as const] : [])));
  return faultyRowsWorkbook({ sheet, taken }, header.titles, cells, (line) =>
    (faults.get(line.row) ?? []).map((it) => problemIn(columns, header, { row: line.row }, line.cells, it)).map((it) => `${placeOf.get(line.row) ?? ''}${it.column}：${it.rule.zh}${it.suggestion.zh}`));
}
