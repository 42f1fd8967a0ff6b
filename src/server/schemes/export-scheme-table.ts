import type { z } from 'zod';
import type { exportSchemeTable as contract } from '#domain/schemes/table/contract.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { demandReader } from './demand-reader.ts';
import { demandSound } from './scheme-reads.ts';
import { tableOf } from './scheme-table.ts';

/** 考核细则表 of a text, to be changed and read in again. It holds what was sent, who took it and when, and nothing else. */
export async function exportSchemeTable(call: Call, { text, language }: z.output<typeof contract.input>): Promise<FileAnswer> {
  demandReader(call.actor);
  const { scheme } = demandSound(text);
  return { fileName: `考核细则-${scheme.id}-${scheme.version}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes: await tableOf(text, scheme, language, await takenBy(call, 'zh')) };
}
