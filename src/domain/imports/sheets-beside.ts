import type { Words } from '#domain/words/words.ts';

/** A sheet of a file beside the one that was read. */
export interface SheetBeside {
  readonly sheet: string;
  /** With something in them. */
  readonly rows: number;
}

/** More rows than these are not counted: a formula that was pulled down to the end of a sheet says nothing. */
export const BESIDE_ROWS_MOST = 10_000;

const NOTES = /说明|模板|示例|样表/;

/** Whether a sheet is called as templates call the one that explains the others. */
export const explainsOthers = (sheet: string): boolean => NOTES.test(sheet);

/** Silence about a sheet would be taken for its import. */
export function besideNotices(read: string, beside: readonly SheetBeside[]): Words[] {
  const left = beside.filter(({ sheet, rows }) => rows > 0 && !explainsOthers(sheet));
  if (left.length === 0) return [];
  const many = (rows: number): boolean => rows >= BESIDE_ROWS_MOST;
  return [{
    zh: `只读取了工作表“${read}”；没有读取：${left.map(({ sheet, rows }) => `“${sheet}”（${rows} 行${many(rows) ? '以上' : ''}）`).join('、')}。其中有要导入的，请另存为单独的文件再上传。`,
    en: `Only the sheet “${read}” was read; not read: ${left.map(({ sheet, rows }) => `“${sheet}” (${rows}${many(rows) ? ' or more' : ''} rows)`).join(', ')}. What is to be imported of them, save as a file of its own and send it.`,
  }];
}
