import type { Refused } from '#domain/contracts/refusal.ts';
import { WORKBOOK_LIMITS } from './limits.ts';
import { refuseImport } from './refusals.ts';
import { zipEntries, type ZipProblem } from './zip-directory.ts';

/**
 * Refuses what is no workbook or would grow beyond bounds, before a single byte is inflated. Readers stop at the stated
 * size of each part, so a size that lies is found there.
 * @throws FileNotXlsx, FileCutShort, FileInflates, FileManyEntries, FileUnreadable
 */
export function demandWorkbook(bytes: Uint8Array): void {
  const entries = zipEntries(bytes);
  if (typeof entries === 'string') throw refusalOf(entries);
  const names = new Set(entries.map((it) => it.name));
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw refuseImport('FileNotXlsx', {});
  const { inflatedBytes, ratio, ratioFromBytes } = WORKBOOK_LIMITS;
  const inflated = entries.reduce((sum, it) => sum + it.inflated, 0);
  const swollen = entries.some((it) => it.inflated > ratioFromBytes && it.inflated > it.packed * ratio);
  if (inflated > inflatedBytes || swollen) throw refuseImport('FileInflates', { megabytes: inflatedBytes / 1024 / 1024 });
}

function refusalOf(problem: ZipProblem): Refused {
  switch (problem) {
    case 'notAnArchive':
    case 'encrypted': return refuseImport('FileNotXlsx', {});
    case 'cutShort': return refuseImport('FileCutShort', {});
    case 'manyEntries': return refuseImport('FileManyEntries', { entries: WORKBOOK_LIMITS.entries });
    case 'unreadable': return refuseImport('FileUnreadable', {});
  }
}
