/** One way in which a file goes wrong, and what of ours shows how it comes out. */
export interface CorpusRow {
  readonly no: number;
  readonly what: string;
  /** Files of `test/corpus`, or a test and words of its name. */
  readonly shownBy: readonly (string | readonly [test: string, words: string])[];
  /** Why nothing shows it. */
  readonly none?: string;
}

const DEMAND = 'src/domain/imports/demand-workbook.test.ts';
const ROSTER = 'src/domain/imports/roster-plan.test.ts';
const TYPED = 'src/domain/registers/typed-values.test.ts';
const NO_ID_NUMBER = 'No table takes an ID number; a column of them is named and left out.';
const NO_JSON = 'No import reads JSON.';
const row = (no: number, what: string, ...shownBy: CorpusRow['shownBy']): CorpusRow => ({ no, what, shownBy });
const none = (no: number, what: string, why: string): CorpusRow => ({ no, what, shownBy: [], none: why });

/** The ninety ways, by their numbers. Containers are read by one reader for all imports and are sent through each of them. */
export const corpusRows: readonly CorpusRow[] = [
  row(1, 'empty file', 'tables/empty.xlsx'), row(2, 'one byte', 'tables/one-byte.xlsx'), row(3, 'text renamed', 'tables/text.xlsx'), row(4, 'old xls', 'tables/old-xls.xlsx', 'tables/binary.csv'),
  row(5, 'password', 'tables/password.xlsx', 'tables/encrypted-part.xlsx'), row(6, 'macro', 'tables/macro.xlsx'), row(7, 'xlsb', 'tables/xlsb.xlsx'), row(8, 'ods', 'tables/ods.xlsx'), row(9, 'HTML as xls', 'tables/html.xlsx'),
  row(10, 'truncated zip', 'tables/truncated.xlsx', 'tables/half.xlsx'), row(11, 'wrong CRC', 'tables/wrong-crc.xlsx'), row(12, 'bad central directory', 'tables/bad-directory.xlsx'), row(13, 'two entries of one name', 'tables/two-of-one-name.xlsx'),
  row(14, 'zip-slip', 'tables/zip-slip.xlsx'), row(15, 'absolute path', 'tables/zip-slip.xlsx'), row(16, 'symlink entry', 'tables/symlink.xlsx'),
  row(17, 'forged uncompressed size', [DEMAND, 'whose parts would inflate beyond 50 MB is refused']), row(18, 'ratio bomb', 'tables/ratio-bomb.xlsx'), row(19, 'overlapping entries', [DEMAND, 'that lies about its parts is refused']),
  row(20, '100,000 entries', [DEMAND, 'with more than 2,000 parts is refused']), row(21, 'missing workbook.xml', 'tables/no-workbook.xlsx'), row(22, 'sheet __proto__', 'tables/proto-sheet.xlsx'), row(23, 'external link', 'tables/external-link.xlsx'),
  row(24, 'DOCTYPE/XXE', 'tables/xxe.xlsx'), row(25, 'billion laughs', 'tables/billion-laughs.xlsx'),

  row(26, 'no rows', 'tables/no-rows.xlsx', 'registers/header-none.xlsx', 'attendance/header-none.xlsx', 'organisations/header-none.xlsx', 'leave/header-none.xlsx', 'teams/header-none.xlsx', 'duties/header-none.xlsx'),
  row(27, 'header only', 'tables/header-only.xlsx', 'registers/header-only.xlsx', 'attendance/header-only.xlsx', 'organisations/header-only.xlsx', 'leave/header-only.xlsx', 'teams/header-only.xlsx', 'duties/header-only.xlsx'),
  row(28, 'header missing, doubled, renamed', 'tables/header-missing.xlsx', 'tables/header-twice.xlsx', 'registers/header-twice.xlsx', 'organisations/header-twice.xlsx', 'leave/header-twice.xlsx', 'teams/header-twice.xlsx', 'tables/calc-teams.xlsx'),
  row(29, 'header with blanks, full-width, BOM', 'tables/header-dressed.xlsx', 'tables/bom.csv', 'registers/full-width.xlsx', 'registers/openpyxl.xlsx'),
  row(30, 'data before header', 'tables/above-header.xlsx', 'duties/openpyxl-calendar.xlsx', 'attendance/openpyxl-month-sheets.xlsx'),
  row(31, 'merged cells', 'tables/merged.xlsx', 'tables/two-row-header.xlsx', 'tables/two-row-organisations.xlsx', 'registers/merged-titles.xlsx', 'organisations/above-below.xlsx', 'leave/names-spells.xlsx', 'attendance/openpyxl-months.xlsx', 'duties/xlsxwriter-week.xlsx', 'duties/calc-week.xlsx'),
  row(32, 'hidden rows, columns, sheet', 'tables/hidden-rows.xlsx', 'tables/hidden-sheet.xlsx', 'tables/very-hidden.xlsx', 'registers/hidden-sheets.xlsx'), row(33, 'filtered rows', 'registers/openpyxl.xlsx', 'organisations/openpyxl.xlsx', 'leave/openpyxl.xlsx', 'teams/openpyxl.xlsx'),
  row(34, 'two sheets with data', 'tables/office-roster.xlsx', 'tables/branch-sheets.xlsx', 'leave/quarters.xlsx', 'attendance/openpyxl-month-sheets.xlsx', 'duties/openpyxl-months.xlsx'), row(35, 'dimension to XFD1048576', 'tables/whole-dimension.xlsx', 'registers/dressed-1904.xlsx'),
  row(36, 'blank rows within', 'tables/blank-rows.xlsx', 'registers/blank-rows.xlsx'), row(37, 'formula without value', 'tables/formula-no-value.xlsx'), row(38, 'cached #REF!', 'tables/error-cell.xlsx', 'registers/faults.xlsx', 'attendance/faults.xlsx', 'duties/grid-faults.xlsx'),
  row(39, 'boolean cell', 'tables/boolean-cell.xlsx', 'attendance/xlsxwriter-days.xlsx'), row(40, 'rich text', 'tables/rich-text.xlsx', 'registers/xlsxwriter.xlsx', 'leave/xlsxwriter.xlsx', 'duties/xlsxwriter-people.xlsx'),
  row(41, 'shared string out of range', 'tables/string-out-of-range.xlsx'), row(42, '200,001 rows', ['src/server/imports/roster-import.test.ts', 'of 200,001 rows are refused'], ['src/server/imports/tables/table-import.test.ts', 'has too many rows is refused by name']),

  row(43, 'ID number as a figure', 'tables/id-as-number.xlsx'), row(44, 'scientific notation', 'tables/id-as-number.xlsx', [TYPED, 'a number is what a clerk means by it']),
  none(45, 'lower-case x', NO_ID_NUMBER), none(46, 'wrong check digit', NO_ID_NUMBER), none(47, '15-digit form', NO_ID_NUMBER), none(48, 'impossible birth date inside', NO_ID_NUMBER), none(49, 'sex digit disagrees', NO_ID_NUMBER), none(50, 'unassigned area code', NO_ID_NUMBER),
  row(51, 'same person twice in the file', [ROSTER, 'carries a number that is another row'], ['src/domain/rota/duty-table.test.ts', 'what stands twice']), row(52, 'already in the system', [ROSTER, 'of what is there already is nothing'], ['src/server/imports/tables/table-import.test.ts', 'twice is once']),
  row(53, 'leading nought lost', 'tables/leading-zero-lost.xlsx', 'tables/noughts.csv', 'duties/xlsxwriter-people.xlsx'), row(54, 'phone with +86, blanks, full-width', 'tables/numbers-as-text.xlsx'),
  row(55, '1e3, １０, 10.005, -0, NaN, Infinity, 2^53+1', [TYPED, 'a number is what a clerk means by it']), row(56, 'amount with ￥, comma, 元, 万', [TYPED, 'a number is what a clerk means by it']), row(57, 'percent', [TYPED, 'a number is what a clerk means by it']),
  row(58, '10,001 letters', 'tables/over-long.xlsx'), row(59, 'NUL', 'tables/nul.xlsx'), row(60, 'line break in a name', 'tables/line-break.xlsx', 'duties/openpyxl-calendar.xlsx'),

  row(61, 'serial 60', 'tables/date-1900-leap.xlsx'), row(62, '1904 mode', 'tables/dates-1904.xlsx', 'registers/dates-1904.xlsx', 'organisations/dressed-1904.xlsx', 'leave/dressed-1904.xlsx', 'teams/dressed-1904.xlsx'),
  row(63, 'serial at 23:59', 'tables/dates.xlsx', 'registers/dressed-1904.xlsx', 'leave/dressed-1904.xlsx'), row(64, '2024/2/30', 'tables/dates-refused.xlsx', 'duties/faults.xlsx', 'attendance/faults.xlsx'), row(65, '29 February 2100', 'tables/dates-refused.xlsx'),
  row(66, '24.5.1, 5/1/24', 'tables/dates-refused.xlsx'), row(67, 'day in Chinese figures', 'tables/dates-refused.xlsx'), row(68, 'lunar day', 'tables/dates-refused.xlsx'), row(69, 'joined before birth, or in the future', [ROSTER, 'has days in the future or in the wrong order']),
  none(70, '1988-04-17 02:30, 1949-05-01', 'A day has no clock here: days are texts from the cell to the log, and no zone is asked.'), row(71, 'ISO with a zone', 'tables/dates.xlsx'),

  row(72, 'lone surrogate', 'tables/lone-surrogate.xlsx'), row(73, 'RTL override', 'tables/unicode.xlsx'), row(74, 'zero-width in a name', 'tables/unicode.xlsx'), row(75, 'decomposed and composed', 'tables/unicode.xlsx'), row(76, 'rare signs', 'tables/unicode.xlsx'),
  row(77, 'compatibility ideograph', 'tables/unicode.xlsx'), row(78, 'names with a point', 'tables/unicode.xlsx'), row(79, 'full-width letters', 'tables/unicode.xlsx', 'registers/full-width.xlsx'), row(80, 'emoji', 'tables/unicode.xlsx'),
  row(81, 'homoglyph of an organisation', ['src/domain/imports/called-by.test.ts', 'an organisation that only looks like one of ours']),

  row(82, 'GB18030', 'tables/gb18030.csv', 'registers/gb18030.csv', 'attendance/gb18030.csv', 'organisations/gb18030.csv', 'leave/gb18030.csv', 'teams/gb18030.csv', 'duties/gb18030.csv', 'duties/grid-gb18030.csv'), row(83, 'UTF-16LE', 'tables/utf16.csv', 'attendance/tabs.txt'),
  row(84, 'mixed encodings', 'tables/mixed.csv', 'tables/cut-letter.csv'), row(85, 'unclosed quote', 'tables/quote-open.csv'),
  row(86, 'uneven columns', 'tables/short-rows.csv', 'tables/slipped.csv', 'registers/slipped.csv', 'attendance/slipped.csv', 'organisations/slipped.csv', 'leave/slipped.csv', 'teams/slipped.csv', 'duties/slipped.csv'),
  row(87, 'formulas in texts', 'tables/formulas.csv', 'tables/formula-texts.xlsx'), none(88, 'duplicate JSON keys', NO_JSON), none(89, 'nesting 10,000 deep', NO_JSON),
  row(90, 'unknown organisation, cyclic parent, beyond the importer', 'organisations/faults.xlsx', 'teams/faults.xlsx', [ROSTER, 'beyond the importer']),
];
