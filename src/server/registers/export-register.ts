import { writeXlsx } from 'hucre/xlsx';
import type { z } from 'zod';
import { escaped } from '#domain/imports/cell-text.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { EntryRow, exportRegister as contract } from '#domain/registers/contract.ts';
import { askedInWords } from '#domain/registers/asked-in-words.ts';
import { entryColumns, TOLD_TITLES } from '#domain/registers/entry-columns.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import { organisationCards } from '#server/activities/name-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { askedEntries } from './asked-entries.ts';
import { countWhere, entriesWhere, rowsOf } from './entry-reads.ts';
import { sumsOf } from './sum-reads.ts';
import { takingAway } from './taking-away.ts';

const ROWS_MOST = 10_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * What one sees under the same filter, as a workbook in the columns of the template: above them what was asked for, when it
 * was taken and by whom, below them what the numbers come to. An import passes over both. @throws NotFound, NotAllowed, RegisterTooLong
 */
export async function exportRegister(call: Call, input: z.output<typeof contract.input>): Promise<FileAnswer> {
  const { register, condition } = await askedEntries(call, input);
  const permission = await takingAway(call, condition);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
  const total = await countWhere(call.tx, condition);
  if (total > ROWS_MOST) throw refuseRegister('RegisterTooLong', { most: ROWS_MOST });
  const rows = await rowsOf(call.tx, await entriesWhere(call.tx, condition, ROWS_MOST), () => register);
  const columns = entryColumns(registerCardOf(register));
  call.audit({ kind: 'record', id: 'all', details: { entries: total } });
  const cells = (row: EntryRow): string[] => [...columns.map((it) => it.cell(row)), row.waiting ? '待确认' : '已计入', row.recordedBy ?? '', row.recordedOn].map(escaped);
  const [place] = input.organisation === undefined ? [] : await organisationCards(call.tx, [input.organisation]);
  const sums = await sumsOf(call.tx, register, condition);
  const sumIn = (column: string): number | string => sums.filter(({ field }) => column === `values.${field}`).map(({ sum }) => Number(sum))[0] ?? '';
  const summed = sums.length === 0 ? [] : [columns.map(({ key }, at) => (at === 0 ? '合计' : sumIn(key)))];
  const bytes = await writeXlsx({ sheets: [{
    name: register.label.zh.slice(0, 30), freezePane: { rows: 2 }, columns: [...columns.map(({ width }) => ({ width })), { width: 10 }, { width: 12 }, { width: 12 }],
    rows: [[escaped([register.label.zh, askedInWords(register, place?.name, input), `共 ${total} 项`, await takenBy(call, 'zh')].filter((it) => it !== '').join('　'))], [...columns.map(({ title }) => title), ...TOLD_TITLES], ...rows.map(cells), ...summed],
  }] });
  return { fileName: `${register.label.zh}-${call.today}.xlsx`, mediaType: XLSX, bytes };
}
