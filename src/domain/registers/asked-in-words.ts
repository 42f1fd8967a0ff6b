import type { Register } from '#domain/schemes/format/register-shape.ts';

interface Asked {
  readonly year?: number | undefined;
  readonly period?: string | undefined;
  readonly search?: string | undefined;
  readonly waiting?: 'yes' | undefined;
  readonly level?: string | undefined;
  readonly batch?: string | undefined;
}

/** The filters of a register in the words of the page, for its file; empty where nothing is left out. */
export function askedInWords({ fields = [] }: Register, organisation: string | undefined, { year, period, search, waiting, level, batch }: Asked): string {
  const levels = fields.find(({ kind }) => kind === 'level')?.levels ?? [];
  const parts = [
    organisation && `党组织：${organisation}`, year && `${year}年`, period && `所属期：${period}`, search && `查找：${search}`,
    level && (levels.find(({ id }) => id === level)?.label.zh ?? level), waiting && '待确认', batch && '一次导入的登记',
  ].filter((it) => it !== undefined && it !== '' && it !== 0);
  return parts.join('；');
}
