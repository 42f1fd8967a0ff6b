/** The tables that a bureau brings along; the rota is its shift teams and its days on duty. */
export const corpusTables = ['roster', 'organisations', 'registers', 'attendance', 'leave', 'rota'] as const;
export type CorpusTable = (typeof corpusTables)[number];

/** A file of `test/corpus`, or a test, words of its name and the tables of which it tells. */
type Shows = string | readonly [test: string, words: string, ...tables: readonly CorpusTable[]];

/** One way in which a file goes wrong, and what of ours shows how it comes out. */
export interface CorpusRow {
  readonly no: number;
  readonly what: string;
  readonly shownBy: readonly Shows[];
  /** Why nothing shows it. */
  readonly none?: string;
  /** Why what one table shows holds for all of them. */
  readonly forAll?: string;
  /** Tables in which it cannot come, with why. */
  readonly notIn?: { readonly [T in CorpusTable]?: string };
}

const FOLDERS: Readonly<Record<string, CorpusTable>> = { organisations: 'organisations', registers: 'registers', attendance: 'attendance', leave: 'leave', teams: 'rota', duties: 'rota' };

/** Of which table a sample is: its folder says so, in the folder of all tables its name. */
export function tablesOf(shows: Shows): readonly CorpusTable[] {
  if (typeof shows !== 'string') return shows.slice(2) as readonly CorpusTable[];
  const [folder = '', file = ''] = shows.split('/');
  const named = Object.keys(FOLDERS).find((it) => file.includes(`-${it}.`));
  return [FOLDERS[folder] ?? FOLDERS[named ?? ''] ?? 'roster'];
}

const DEMAND = 'src/domain/imports/demand-workbook.test.ts';
const ROSTER = 'src/domain/imports/roster-plan.test.ts';
const TYPED = 'src/domain/registers/typed-values.test.ts';
const TABLES = 'src/server/imports/tables/table-import.test.ts';
const REGISTERS = 'src/server/registers/import/register-import.test.ts';
const GRIDS = 'src/server/activities/grid/attendance-import.test.ts';
const NO_ID_NUMBER = 'No table takes an ID number; a column of them is named and left out.';
const NO_JSON = 'No import reads JSON.';
const CONTAINER = 'One reader opens the files of all tables before a column is looked for; what it refuses is sent through each of the imports in test/messy-tables.test.ts.';
const TEXT = 'One reader makes rows of a text for all tables (src/server/platform/text-of-table.ts, csv-records.ts).';
const CELLS = 'All tables compare cells in the words of src/domain/imports/cell-text.ts; only rosters and organisations enter a new name.';
const NO_PHONE = 'It has no telephones; a column of them is named and left out.';
const NO_FIGURES = 'It has no amounts and no marks.';
const AHEAD = 'It may lie ahead.';

type More = Pick<CorpusRow, 'forAll' | 'notIn'>;
const row = (no: number, what: string, shownBy: CorpusRow['shownBy'], more: More = {}): CorpusRow => ({ no, what, shownBy, ...more });
const none = (no: number, what: string, why: string): CorpusRow => ({ no, what, shownBy: [], none: why });
const container = (no: number, what: string, ...shownBy: CorpusRow['shownBy']): CorpusRow => row(no, what, shownBy, { forAll: CONTAINER });
/** A file of that name in each of these folders. */
const each = (file: string, ...folders: readonly string[]): string[] => folders.map((it) => `${it}/${file}`);
/** The same habits under the columns of four tables. */
const habit = (file: string): string[] => each(file, 'registers', 'organisations', 'leave', 'teams');
/** What nobody means well, under the columns of each table. */
const HOSTILE = each('hostile.xlsx', 'organisations', 'registers', 'attendance', 'leave', 'teams', 'duties');
const notIn = (why: string, ...tables: readonly CorpusTable[]): More => ({ notIn: Object.fromEntries(tables.map((it) => [it, why])) });

/** The ninety ways, by their numbers; each table shows its own, or it is said why it need not. */
export const corpusRows: readonly CorpusRow[] = [
  container(1, 'empty file', 'tables/empty.xlsx'), container(2, 'one byte', 'tables/one-byte.xlsx'), container(3, 'text renamed', 'tables/text.xlsx'), container(4, 'old xls', 'tables/old-xls.xlsx', 'tables/binary.csv'),
  container(5, 'password', 'tables/password.xlsx', 'tables/encrypted-part.xlsx'), container(6, 'macro', 'tables/macro.xlsx'), container(7, 'xlsb', 'tables/xlsb.xlsx'), container(8, 'ods', 'tables/ods.xlsx'), container(9, 'HTML as xls', 'tables/html.xlsx'),
  container(10, 'truncated zip', 'tables/truncated.xlsx', 'tables/half.xlsx'), container(11, 'wrong CRC', 'tables/wrong-crc.xlsx'), container(12, 'bad central directory', 'tables/bad-directory.xlsx'), container(13, 'two entries of one name', 'tables/two-of-one-name.xlsx'),
  container(14, 'zip-slip', 'tables/zip-slip.xlsx'), container(15, 'absolute path', 'tables/zip-slip.xlsx'), container(16, 'symlink entry', 'tables/symlink.xlsx'),
  container(17, 'forged uncompressed size', [DEMAND, 'whose parts would inflate beyond 50 MB is refused']), container(18, 'ratio bomb', 'tables/ratio-bomb.xlsx'), container(19, 'overlapping entries', [DEMAND, 'that lies about its parts is refused']),
  container(20, '100,000 entries', [DEMAND, 'with more than 2,000 parts is refused']), container(21, 'missing workbook.xml', 'tables/no-workbook.xlsx'), container(22, 'sheet __proto__', 'tables/proto-sheet.xlsx'), container(23, 'external link', 'tables/external-link.xlsx'),
  container(24, 'DOCTYPE/XXE', 'tables/xxe.xlsx'), container(25, 'billion laughs', 'tables/billion-laughs.xlsx'),

  row(26, 'no rows', ['tables/no-rows.xlsx', ...habit('header-none.xlsx'), 'attendance/header-none.xlsx', 'duties/header-none.xlsx']),
  row(27, 'header only', ['tables/header-only.xlsx', ...habit('header-only.xlsx'), 'attendance/header-only.xlsx', 'duties/header-only.xlsx']),
  row(28, 'header missing, doubled, renamed', ['tables/header-missing.xlsx', 'tables/header-twice.xlsx', ...habit('header-twice.xlsx'), ...habit('header-none.xlsx'), 'tables/calc-teams.xlsx', 'attendance/header-none.xlsx']),
  row(29, 'header with blanks, full-width, BOM', ['tables/header-dressed.xlsx', 'tables/bom.csv', ...habit('openpyxl.xlsx'), 'registers/full-width.xlsx', 'attendance/hostile.xlsx']),
  row(30, 'data before header', ['tables/above-header.xlsx', ...habit('openpyxl.xlsx'), 'duties/openpyxl-calendar.xlsx', 'attendance/openpyxl-month-sheets.xlsx']),
  row(31, 'merged cells', ['tables/merged.xlsx', 'tables/two-row-header.xlsx', 'tables/two-row-organisations.xlsx', 'registers/merged-titles.xlsx', 'organisations/above-below.xlsx', 'leave/names-spells.xlsx', 'attendance/openpyxl-months.xlsx', 'duties/xlsxwriter-week.xlsx', 'duties/calc-week.xlsx']),
  row(32, 'hidden rows, columns, sheet', ['tables/hidden-rows.xlsx', 'tables/hidden-sheet.xlsx', 'tables/very-hidden.xlsx', 'registers/hidden-sheets.xlsx', ...habit('openpyxl.xlsx')], { forAll: CONTAINER }),
  row(33, 'filtered rows', ['tables/xlsxwriter-roster.xlsx', ...habit('openpyxl.xlsx')], { forAll: CONTAINER }),
  row(34, 'two sheets with data', ['tables/office-roster.xlsx', 'tables/branch-sheets.xlsx', ...habit('openpyxl.xlsx'), 'leave/quarters.xlsx', 'attendance/openpyxl-month-sheets.xlsx', 'duties/openpyxl-months.xlsx']),
  row(35, 'dimension to XFD1048576', ['tables/whole-dimension.xlsx', ...habit('dressed-1904.xlsx')], { forAll: CONTAINER }),
  row(36, 'blank rows within and behind', ['tables/blank-rows.xlsx', 'registers/blank-rows.xlsx', ...habit('openpyxl.xlsx'), 'tables/wps.xlsx', ...habit('wps.xlsx'), 'attendance/wps.xlsx', 'duties/wps.xlsx']),
  row(37, 'formula without value', ['tables/formula-no-value.xlsx', ...HOSTILE]), row(38, 'cached #REF!', ['tables/error-cell.xlsx', 'registers/faults.xlsx', 'attendance/faults.xlsx', 'duties/grid-faults.xlsx', ...HOSTILE]),
  row(39, 'boolean cell', ['tables/boolean-cell.xlsx', 'attendance/xlsxwriter-days.xlsx', ...HOSTILE]), row(40, 'rich text', ['tables/rich-text.xlsx', 'tables/xlsxwriter-roster.xlsx', ...habit('xlsxwriter.xlsx'), 'duties/xlsxwriter-people.xlsx', ...HOSTILE]),
  container(41, 'shared string out of range', 'tables/string-out-of-range.xlsx'),
  row(42, '200,001 rows', [
    ['src/server/imports/roster-import.test.ts', 'of 200,001 rows are refused', 'roster'], [TABLES, 'has too many rows is refused by name', 'organisations', 'leave', 'rota'], [REGISTERS, 'are refused by name, and nothing is written', 'registers'],
    [GRIDS, 'of more people or days than a sheet can have is refused', 'attendance']]),

  row(43, 'ID number as a figure', ['tables/id-as-number.xlsx', ...HOSTILE]), row(44, 'scientific notation', ['tables/id-as-number.xlsx', [TYPED, 'a number is what a clerk means by it', 'registers'], ...HOSTILE]),
  none(45, 'lower-case x', NO_ID_NUMBER), none(46, 'wrong check digit', NO_ID_NUMBER), none(47, '15-digit form', NO_ID_NUMBER), none(48, 'impossible birth date inside', NO_ID_NUMBER), none(49, 'sex digit disagrees', NO_ID_NUMBER), none(50, 'unassigned area code', NO_ID_NUMBER),
  row(51, 'the same twice in the file', [
    [ROSTER, 'carries a number that is another row', 'roster'], ['src/domain/orgs/plan-organisations.test.ts', 'keeps the rules of the tree: shape, days, names and numbers of one', 'organisations'], [REGISTERS, 'dates, people, levels, numbers, doubles', 'registers'],
    [GRIDS, 'is told with its cell, comes back in the same sheet', 'attendance'], ['src/domain/rota/plan-tables.test.ts', 'says what is wrong: who, why, when', 'leave'], ['src/domain/rota/duty-table.test.ts', 'what stands twice', 'rota']]),
  row(52, 'already in the system', [
    [ROSTER, 'of what is there already is nothing', 'roster'], [TABLES, 'are founded in one batch, twice is once', 'organisations'], [REGISTERS, 'entering it again changes nothing', 'registers'], [GRIDS, 'entered again changes nothing', 'attendance'],
    ['src/domain/rota/plan-tables.test.ts', 'what is there stays', 'leave'], [TABLES, 'excuse day by day, one’s own wait, twice is once', 'rota']]),
  row(53, 'leading nought lost', ['tables/leading-zero-lost.xlsx', 'tables/noughts.csv', ...each('ours.xlsx', 'registers', 'leave', 'teams'), 'duties/xlsxwriter-people.xlsx', 'attendance/openpyxl-months.xlsx'], notIn('Its numbers are made by the bureau and begin with letters, or are taken as they stand.', 'organisations')),
  row(54, 'phone with +86, blanks, full-width', ['tables/numbers-as-text.xlsx'], notIn(NO_PHONE, 'organisations', 'registers', 'attendance', 'leave', 'rota')),
  ...([[55, '1e3, １０, 10.005, -0, NaN, Infinity, 2^53+1'], [56, 'amount with ￥, comma, 元, 万'], [57, 'percent']] as const).map(([no, what]) =>
    row(no, what, [[TYPED, 'a number is what a clerk means by it', 'registers']], notIn(NO_FIGURES, 'roster', 'organisations', 'attendance', 'leave', 'rota'))),
  row(58, '10,001 letters', ['tables/over-long.xlsx', ...HOSTILE]), row(59, 'NUL', ['tables/nul.xlsx', ...HOSTILE]), row(60, 'line break in a name', ['tables/line-break.xlsx', 'duties/openpyxl-calendar.xlsx', ...HOSTILE]),

  row(61, 'serial 60', ['tables/date-1900-leap.xlsx', ...HOSTILE]), row(62, '1904 mode', ['tables/dates-1904.xlsx', 'registers/dates-1904.xlsx', ...habit('dressed-1904.xlsx')], { forAll: CONTAINER }),
  row(63, 'serial at 23:59', ['tables/dates.xlsx', ...habit('dressed-1904.xlsx'), 'attendance/hostile.xlsx']), row(64, '2024/2/30', ['tables/dates-refused.xlsx', ...HOSTILE]), row(65, '29 February 2100', ['tables/dates-refused.xlsx', ...HOSTILE]),
  row(66, '24.5.1, 5/1/24', ['tables/dates-refused.xlsx', ...HOSTILE]), row(67, 'day in Chinese figures', ['tables/dates-refused.xlsx', ...each('hostile.xlsx', 'organisations', 'registers', 'attendance', 'leave', 'duties')]), row(68, 'lunar day', ['tables/dates-refused.xlsx', ...each('hostile.xlsx', 'organisations', 'registers', 'attendance', 'leave', 'duties')]),
  row(69, 'joined before birth, or in the future', [[ROSTER, 'has days in the future or in the wrong order', 'roster'], 'registers/faults.xlsx', 'organisations/hostile.xlsx', [GRIDS, 'days, kinds and times that cannot be read', 'attendance']], notIn(AHEAD, 'leave', 'rota')),
  none(70, '1988-04-17 02:30, 1949-05-01', 'A day has no clock here: days are texts from the cell to the log, and no zone is asked.'), row(71, 'ISO with a zone', ['tables/dates.xlsx', ...each('hostile.xlsx', 'organisations', 'registers', 'leave', 'teams', 'attendance')]),

  row(72, 'lone surrogate', ['tables/lone-surrogate.xlsx', ...HOSTILE]), row(73, 'RTL override', ['tables/unicode.xlsx', ...HOSTILE]), row(74, 'zero-width in a name', ['tables/unicode.xlsx', ...habit('dressed-1904.xlsx'), ...HOSTILE]),
  row(75, 'decomposed and composed', ['tables/unicode.xlsx'], { forAll: CELLS }), row(76, 'rare signs', ['tables/unicode.xlsx', 'organisations/hostile.xlsx'], { forAll: CELLS }),
  row(77, 'compatibility ideograph', ['tables/unicode.xlsx', ...HOSTILE]), row(78, 'names with a point', ['tables/unicode.xlsx'], { forAll: CELLS }), row(79, 'full-width letters', ['tables/unicode.xlsx', 'registers/full-width.xlsx', ...HOSTILE]), row(80, 'emoji', ['tables/unicode.xlsx', ...HOSTILE]),
  row(81, 'homoglyph of an organisation', ['roster/homoglyph.xlsx', ...each('hostile.xlsx', 'organisations', 'registers', 'teams'), 'attendance/homoglyph.xlsx'], notIn('It names no organisation.', 'leave')),

  row(82, 'GB18030', ['tables/gb18030.csv', ...habit('gb18030.csv'), 'attendance/gb18030.csv', 'duties/gb18030.csv', 'duties/grid-gb18030.csv']), row(83, 'UTF-16LE', ['tables/utf16.csv', 'attendance/tabs.txt'], { forAll: TEXT }),
  row(84, 'mixed encodings', ['tables/mixed.csv', 'tables/cut-letter.csv'], { forAll: TEXT }), row(85, 'unclosed quote', ['tables/quote-open.csv'], { forAll: TEXT }),
  row(86, 'uneven columns', ['tables/short-rows.csv', 'tables/slipped.csv', ...habit('slipped.csv'), 'attendance/slipped.csv', 'duties/slipped.csv']),
  row(87, 'formulas in texts', ['tables/formulas.csv', 'tables/formula-texts.xlsx', ...HOSTILE]), none(88, 'duplicate JSON keys', NO_JSON), none(89, 'nesting 10,000 deep', NO_JSON),
  row(90, 'unknown organisation, cyclic parent, beyond the importer', [
    [ROSTER, 'beyond the importer', 'roster'], ['src/server/imports/roster-import.test.ts', 'only into its own branches', 'roster'], 'organisations/faults.xlsx', 'organisations/hostile.xlsx', 'registers/faults.xlsx', 'registers/hostile.xlsx', 'teams/faults.xlsx', 'teams/hostile.xlsx',
    [GRIDS, 'a title that names a branch which is none of ours', 'attendance'], [TABLES, 'of people elsewhere are faults that do not say who they are', 'leave'], [TABLES, 'of people elsewhere, or on a day of leave', 'rota']]),
];
