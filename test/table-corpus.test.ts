import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { demandTable } from '#domain/imports/demand-table.ts';
import { organisationImporter } from '#server/orgs/organisation-importer.ts';
import type { Job } from '#server/platform/jobs.ts';
import { leaveImporter } from '#server/rota/leave-importer.ts';
import { teamImporter } from '#server/rota/team-importer.ts';
import { readRoster } from '#server/imports/read-roster.ts';
import { readLines } from '#server/imports/tables/read-lines.ts';
import { refusedFiles } from '#test/refused-files.ts';

// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });

const FOLDER = 'test/corpus/tables';
const unwatched: Job = { id: 'corpus', bureau: 'alpha', signal: new AbortController().signal, progress: async () => {}, read: async () => { throw new Error('reading a file asks no database'); } };
const bytesOf = (file: string): Uint8Array => readFileSync(`${FOLDER}/${file}`);

/** How a file comes out: its rows in our terms, or the name of the refusal and its place. */
async function outcome(read: () => Promise<readonly string[]>): Promise<readonly string[] | string> {
  try {
    return await read();
  } catch (fault) {
    const [place] = fault instanceof Refused ? (/^第 \d+ 行[^：。]*?(?=，其后|：)/.exec(fault.refusal.words.zh) ?? []) : [];
    if (fault instanceof Refused) return place === undefined ? fault.refusal.name : `${fault.refusal.name}: ${place}`;
    throw fault;
  }
}

/** As a roster: number, name and what else was read of each row; of a faulty one the columns that are. */
const asRoster = (file: string) => outcome(async () => {
  demandTable(bytesOf(file));
  const { lines, rows, faults } = await readRoster(unwatched, bytesOf(file), file);
  const told = new Map(rows.map((it) => [it.row, [it.number, it.name, it.birthDate, it.phone, it.position].filter((part) => part !== null).join(' ')]));
  return lines.map(({ row }) => told.get(row) ?? `faulty: ${(faults.get(row) ?? []).map(({ key }) => key).join(' ')}`);
});

const importers = { organisations: organisationImporter, leave: leaveImporter, shiftTeams: teamImporter };
/** As another table: the cells of its columns. */
const asTable = (table: keyof typeof importers, file: string) => outcome(async () => {
  demandTable(bytesOf(file));
  const importer = importers[table];
  const { lines } = await readLines(unwatched, bytesOf(file), file, importer);
  return lines.map((line) => importer.columns.map(({ key }) => line.text(key)).filter((it) => it !== '').join(' '));
});

interface Sample {
  readonly file: string;
  /** Who wrote it: a program of an office, or a hand that knows the format. */
  readonly by: 'calc' | 'openpyxl' | 'xlsxwriter' | 'hand';
  readonly shows: string;
  readonly is: readonly string[] | string;
}
const ONE = ['370001 石磊'];
const TWO = ['370001 石磊', '370002 方舟'];

const rosters: readonly Sample[] = [
  { file: 'good.xlsx', by: 'hand', shows: 'the least workbook there is', is: ONE },
  { file: 'wrong-crc.xlsx', by: 'hand', shows: 'a wrong checksum, as some writers leave it', is: ONE },
  { file: 'zip-slip.xlsx', by: 'hand', shows: 'parts whose names lead out of it, which nobody unpacks', is: ONE },
  { file: 'symlink.xlsx', by: 'hand', shows: 'a link to a file of the machine, which nobody follows', is: ONE },
  { file: 'macro.xlsx', by: 'hand', shows: 'a macro, which nobody runs', is: ONE },
  { file: 'proto-sheet.xlsx', by: 'hand', shows: 'a sheet named like a property of every object', is: ONE },
  { file: 'external-link.xlsx', by: 'hand', shows: 'a value of another file, which nobody fetches', is: ['faulty: name', '370002 方舟'] },
  { file: 'xxe.xlsx', by: 'hand', shows: 'an entity that names a file, which stays a name', is: ['faulty: name'] },
  { file: 'billion-laughs.xlsx', by: 'hand', shows: 'entities of entities, which stay names', is: ['faulty: name'] },
  { file: 'no-rows.xlsx', by: 'hand', shows: 'no rows', is: 'SheetColumnsMissing' },
  { file: 'header-only.xlsx', by: 'hand', shows: 'a header alone', is: 'SheetEmpty' },
  { file: 'header-missing.xlsx', by: 'hand', shows: 'a header without what is needed', is: 'SheetColumnsMissing' },
  { file: 'header-twice.xlsx', by: 'hand', shows: 'a column twice', is: 'SheetColumnsTwice' },
  { file: 'header-dressed.xlsx', by: 'hand', shows: 'titles with blanks, stars, line ends and marks nobody sees', is: ONE },
  { file: 'above-header.xlsx', by: 'hand', shows: 'a title and who filled it in above the header', is: TWO },
  { file: 'merged.xlsx', by: 'hand', shows: 'a merged title, and a branch merged over two rows, which holds for both', is: ['370001 石磊', '370002 石坚'] },
  {
    file: 'office-roster.xlsx', by: 'openpyxl', shows: 'two titles, units merged, months of birth, 政治面貌 beside 人员类别, a hidden column, a sum, a note, last year behind',
    is: ['080001 石磊 党支部书记、所长', '080002 方舟 支部委员(组织委员)', 'F101 石坚 1999-05-01', 'faulty: number'],
  },
  { file: 'hidden-rows.xlsx', by: 'hand', shows: 'a hidden row and a hidden column, which are read', is: TWO },
  { file: 'hidden-sheet.xlsx', by: 'hand', shows: 'a hidden sheet and a cover before the roster, a copy behind it', is: ONE },
  { file: 'very-hidden.xlsx', by: 'hand', shows: 'a sheet that only a macro can show', is: ONE },
  { file: 'whole-dimension.xlsx', by: 'hand', shows: 'a sheet that says it reaches to its end', is: ONE },
  { file: 'blank-rows.xlsx', by: 'hand', shows: 'blank rows within and two hundred behind', is: TWO },
  { file: 'formula-no-value.xlsx', by: 'hand', shows: 'a formula that nobody computed', is: ['faulty: name'] },
  { file: 'formula-cached.xlsx', by: 'hand', shows: 'formulas with their values', is: ONE },
  { file: 'error-cell.xlsx', by: 'hand', shows: '#REF! where the branch should stand: no branch is called so', is: ['370001 石磊'] },
  { file: 'boolean-cell.xlsx', by: 'hand', shows: 'TRUE where the number should stand', is: ['faulty: number'] },
  { file: 'rich-text.xlsx', by: 'hand', shows: 'a name in two fonts with its reading above', is: ONE },
  { file: 'string-out-of-range.xlsx', by: 'hand', shows: 'a text that the list of texts lacks', is: ['faulty: name'] },
  { file: 'numbers-as-text.xlsx', by: 'hand', shows: 'numbers as figures, and full-width ones', is: ['370001 石磊 1990-05-01 13800000000', '370002 方舟 1990-05-01 +86 13800000000'] },
  { file: 'id-as-number.xlsx', by: 'hand', shows: 'ID numbers as figures, the end lost, and in powers of ten', is: ['faulty: number', 'faulty: number'] },
  { file: 'leading-zero-lost.xlsx', by: 'hand', shows: 'a nought lost, and one kept by an apostrophe', is: ['20012 石磊', '020013 方舟'] },
  { file: 'over-long.xlsx', by: 'hand', shows: 'ten thousand letters, forty digits', is: ['faulty: name', 'faulty: number'] },
  { file: 'line-break.xlsx', by: 'hand', shows: 'line ends and blanks within names and numbers', is: TWO },
  { file: 'dates.xlsx', by: 'hand', shows: 'a day written in thirteen ways', is: Array.from({ length: 13 }, (_, at) => `${370001 + at} 石磊 1990-05-01`) },
  { file: 'dates-refused.xlsx', by: 'hand', shows: 'days that do not exist or may mean two; a month alone is none', is: Array.from({ length: 9 }, (_, at) => (at === 6 ? '370007 石磊' : 'faulty: birthDate')) },
  { file: 'date-1900-leap.xlsx', by: 'hand', shows: 'the 29 February 1900 that only a spreadsheet knows: the day before it', is: ['370001 石磊 1900-02-28', '370002 方舟 1900-03-01', '370003 石坚 1900-02-28'] },
  { file: 'dates-1904.xlsx', by: 'hand', shows: 'days counted from 1904', is: ['370001 石磊 1990-05-01'] },
  {
    file: 'unicode.xlsx', by: 'hand', shows: 'marks nobody sees, composed letters, rare and compatible signs, names with a point, wide letters, a picture, an escaped nought',
    is: ['370001 石磊', '370002 石磊', '370003 石磊\u0301', '370004 é', '370005 élan', '370006 𠮷田', '370007 𬱖石', '370008 隆石', '370009 阿卜杜拉·麦麦提', '370010 阿卜杜拉·麦麦提', '370011 Ali', 'faulty: name', '370013 石磊'],
  },
  { file: 'lone-surrogate.xlsx', by: 'hand', shows: 'half a letter', is: TWO },
  { file: 'nul.xlsx', by: 'hand', shows: 'a nought within a name', is: ONE },
  { file: 'formula-texts.xlsx', by: 'hand', shows: 'texts that begin like formulas, as they left us and as they were typed', is: ['370001 石磊 =HYPERLINK("http://x")', '370002 方舟 +1', '370003 石坚 @x'] },
  { file: 'branch-sheets.xlsx', by: 'openpyxl', shows: 'a cover, a sheet for each branch without 所在党支部 and 人员类别, a summary', is: ['370001 石磊', '370002 方舟', '370003 石坚', '370004 方远', 'faulty: staffKind'] },
  { file: 'two-row-header.xlsx', by: 'openpyxl', shows: '基本情况 and 党内情况 merged over titles, 警号 and 姓名 merged over both rows', is: ['370001 石磊 1990-05-01', '370002 方舟 1985-12-31'] },
  { file: 'wps.xlsx', by: 'hand', shows: 'in the manner of WPS: texts for numbers and days, a day shown in Chinese, pictures in cells, two hundred dressed rows behind, two empty sheets, a part of its own', is: ['370001 石磊 1990-05-01', '370002 方舟 1985-12-31'] },
  { file: 'xlsxwriter-roster.xlsx', by: 'xlsxwriter', shows: 'a name in two fonts, a formula with its value, a day shown in Chinese and one typed so, a filter with a hidden row, a comment, a list to choose from', is: ['370001 石磊 1990-05-01', '370002 方舟 1985-12-31'] },
  { file: 'calc-roster.xlsx', by: 'calc', shows: 'a roster of Calc with days as days', is: ['370001 石磊 1990-05-01', '370002 方舟 1985-12-31'] },
];

/** Tables in text; what they are stands in their bytes, not in their names. */
const texts: readonly Sample[] = [
  { file: 'bom.csv', by: 'hand', shows: 'UTF-8 with its mark', is: ONE },
  { file: 'plain.csv', by: 'hand', shows: 'UTF-8 without its mark, line feeds', is: TWO },
  { file: 'gb18030.csv', by: 'hand', shows: 'GB18030', is: ONE },
  { file: 'calc-roster.csv', by: 'calc', shows: 'GB18030 of Calc with a title above the header', is: ['370001 石磊 1990-05-01', '370002 方舟 1985-12-31'] },
  { file: 'utf16.csv', by: 'hand', shows: 'tabs in UTF-16, the Unicode text of Excel', is: ONE },
  { file: 'tabs.txt', by: 'hand', shows: 'tabs in GB18030, commas in the notes above, a blank line, no end of the last one', is: TWO },
  { file: 'semicolon.csv', by: 'hand', shows: 'semicolons told by sep=', is: ONE },
  { file: 'quoted.csv', by: 'hand', shows: 'separators, line ends and quotes within quotes', is: ['370001 石磊 一监区,二监区\n"代"', '370002 方舟'] },
  { file: 'old-mac.csv', by: 'hand', shows: 'lines that end in returns alone', is: ONE },
  { file: 'noughts.csv', by: 'hand', shows: 'noughts kept by a formula, a tab and an apostrophe', is: ['020012 石磊', '020013 方舟', '020014 石坚'] },
  { file: 'formulas.csv', by: 'hand', shows: 'texts that begin like formulas, which nobody computes', is: ['370001 石磊 =HYPERLINK("http://x")', '370002 方舟 -1'] },
  { file: 'short-rows.csv', by: 'hand', shows: 'rows that end early: what is needed is missing', is: ['370001 石磊', 'faulty: branch stage staffKind'] },
  { file: 'workbook.csv', by: 'hand', shows: 'a workbook under the name of csv', is: ONE },
  { file: 'text.xlsx', by: 'hand', shows: 'a text under the name of a workbook, columns missing', is: 'SheetColumnsMissing' },
  { file: 'mixed.csv', by: 'hand', shows: 'a line of GB18030 among lines of UTF-8', is: 'FileEncodingUnclear' },
  { file: 'cut-letter.csv', by: 'hand', shows: 'cut off within a letter', is: 'FileEncodingUnclear' },
  { file: 'quote-open.csv', by: 'hand', shows: 'a quote that is never closed', is: 'FileQuoteOpen: 第 3 行有一个引号没有配对' },
  { file: 'slipped.csv', by: 'hand', shows: 'a comma within a cell without quotes', is: 'FileCellsSlipped: 第 3 行有 6 格，表头只有 5 格' },
];

const tables: readonly (Sample & { readonly table: keyof typeof importers })[] = [
  { table: 'organisations', file: 'calc-organisations.xlsx', by: 'calc', shows: 'organisations of Calc, codes as figures', is: ['Z01 中共示例市公安局交警支队第一支部委员会 交警一支部 631 Z 2020-01-01', 'Z 交警支队党委 611 局党委 2019-07-01'] },
  { table: 'organisations', file: 'two-row-organisations.xlsx', by: 'openpyxl', shows: 'titles in two rows, the code merged over both', is: ['Z 中共示例市公安局交警支队委员会 交警支队党委 611 局党委 2019-07-01', 'Z01 中共示例市公安局交警支队第一支部委员会 交警一支部 631 Z 2020-01-01'] },
  { table: 'leave', file: 'calc-leave.xlsx', by: 'calc', shows: 'a register of leave with columns that are not ours', is: ['020000 看守甲 病假 2026-07-06 2026-07-08'] },
  { table: 'shiftTeams', file: 'calc-teams.xlsx', by: 'calc', shows: 'teams under the titles of an office', is: ['看守所党支部 甲组 三班两运转 2026-01-01 2026-01-05 020001 看守乙'] },
];

describe('tables as they come in', () => {
  test.each(refusedFiles)('$file ($by): $shows', async ({ file, is }) => {
    const all = [await asRoster(file), ...(await Promise.all((['organisations', 'leave', 'shiftTeams'] as const).map((table) => asTable(table, file))))];
    expect(all).toEqual([is, is, is, is]);
  });

  test.each(rosters)('$file ($by): $shows', async ({ file, is }) => {
    expect(await asRoster(file)).toEqual(is);
  });

  test.each(texts)('$file ($by): $shows', async ({ file, is }) => {
    expect(await asRoster(file)).toEqual(is);
  });

  test.each(tables)('$file ($by): $shows', async ({ table, file, is }) => {
    expect(await asTable(table, file)).toEqual(is);
  });

  test('every file of the folder is told of', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual([...refusedFiles, ...rosters, ...texts, ...tables].map(({ file }) => file).toSorted());
  });
});
