import type { SheetLines } from '#domain/imports/reshaped-table.ts';
import type { Words } from '#domain/words/words.ts';
import type { Job } from './jobs.ts';
import { readSheets, type SheetRow } from './read-sheets.ts';

const READING: Words = { zh: '正在读取文件', en: 'Reading the file' };

/**
 * Every sheet of a file with all its rows, for readers that must see them together.
 * @param tooMany what is thrown when they have more than `rowsMost` rows.
 * @throws what {@link readSheets} refuses.
 */
export async function wholeSheets(job: Job, bytes: Uint8Array, rowsMost: number, tooMany: () => Error): Promise<readonly SheetLines[]> {
  const sheets: { sheet: string; lines: SheetRow[]; merged: SheetLines['merged'] }[] = [];
  let rows = 0;
  await job.progress(READING, 0, null);
  for await (const part of readSheets(bytes, job.signal)) {
    const last = sheets.at(-1);
    if ('sheet' in part) sheets.push({ sheet: part.sheet, lines: [], merged: [] });
    else if (last) {
      last.lines.push(...part.rows);
      last.merged = part.merged ?? last.merged;
      rows += part.rows.length;
    }
    if (rows > rowsMost) throw tooMany();
    await job.progress(READING, rows, null);
  }
  return sheets;
}
