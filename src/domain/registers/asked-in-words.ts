import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { EntryFilter } from './contract.ts';

/** The filters of a register in the words of the page, for its file; empty where nothing is left out. */
export function askedInWords({ fields = [] }: Register, organisation: string | undefined, { year, period, search, waiting, level, batch }: EntryFilter): string {
  const levels = fields.find(({ kind }) => kind === 'level')?.levels ?? [];
  const parts = [
    organisation && `党组织：${organisation}`, year && `${year}年`, period && `所属期：${period}`, search && `查找：${search}`,
    level && (levels.find(({ id }) => id === level)?.label.zh ?? level), waiting && '待确认', batch && '一次导入的登记',
  ].filter((it) => it !== undefined && it !== '' && it !== 0);
  return parts.join('；');
}
