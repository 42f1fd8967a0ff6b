import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bareColumns, bareFigures, bareTotals, columnsInWords, elementAt, numbersIn } from './figures.ts';

const root = checkoutFolder();
const filesOf = (folder: string, ending: RegExp): readonly { path: string; text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name) && !/\.test\./.test(name))
    .map((name) => ({ path: `${folder}/${name.replaceAll('\\', '/')}`, text: readFileSync(join(root, folder, name), 'utf8') }));

const pages = filesOf('src/web', /\.tsx$/).filter(({ path }) => !/^src\/web\/ui\/(Figure|Grounds)/.test(path));
const numbers = new Set(filesOf('src/domain', /contract\.ts$/).flatMap(({ text }) => numbersIn(text)));

/** What is counted stands right below, in the same view: its grounds need no step. */
const BESIDE_ITS_LIST = ['src/web/activities/RecordFooter.tsx {counts?.[name]}', 'src/web/activities/AttendanceView.tsx {those.length}', 'src/web/rota/ExpectationDrawer.tsx {people.length}',
  'src/web/rota/ExpectationDrawer.tsx {list.data.expected}'];
/** The rows of a file that is on its way in: which they are, only the file knows. */
const OF_A_FILE = ['src/web/shell/CheckFigures.tsx {figures[name].toLocaleString(\'en-US\')}'];
/** Draws what the columns give. */
const DRAWN_BY_COLUMNS = ['src/web/ui/DataTable.tsx {column.total}', 'src/web/ui/DataTable.tsx {head?.total}'];
/** Published to everybody without names: what they count is for nobody's eyes but those of who dealt with it. */
const WITHOUT_NAMES = ['src/web/objections/StatisticsPage.tsx ?', 'src/web/objections/StatisticsPage.tsx medianDays'];
/** Days from the first to the last, which stand in the same row. */
const OF_THE_ROW = ['src/web/rota/LeavePage.tsx days'];

test('no page shows a count, a share or a value that does not lead to its grounds', () => {
  const found = pages.flatMap(({ path, text }) => bareFigures(text, numbers).map((shown) => `${path} ${shown}`));
  expect([...new Set(found)].toSorted()).toEqual([...BESIDE_ITS_LIST, ...OF_A_FILE, ...DRAWN_BY_COLUMNS].toSorted());
});

test('no table has a column of bare figures', () => {
  const found = pages.flatMap(({ path, text }) => bareColumns(text).map((key) => `${path} ${key}`));
  expect(found).toEqual([...WITHOUT_NAMES, ...OF_THE_ROW]);
});

test('no column says a count without leading to what is counted', () => {
  const found = pages.flatMap(({ path, text }) => columnsInWords(text, numbers).map((key) => `${path} ${key}`));
  expect(found.filter((it) => !WITHOUT_NAMES.includes(it))).toEqual([]);
});

test('no total row adds up without saying what', () => {
  expect(pages.flatMap(({ path, text }) => bareTotals(text, numbers).map((shown) => `${path} ${shown}`))).toEqual([]);
});

test('points of persons are neither ranked, added up nor averaged, on a page or in an answer', () => {
  const tables = pages.filter(({ path }) => /(BranchPointsPage|CarePage|TrialMembers|MemberTable|AwardReferencePage)\.tsx$/.test(path));
  expect(tables).toHaveLength(5);
  expect(tables.flatMap(({ text }) => [...text.matchAll(/\btotalCell: (?!t\.counted\()[^,}]+/g)].map(([cell]) => cell))).toEqual([]);
  const answers = filesOf('src/domain', /points\/(contract|care-contract)\.ts$/).flatMap(({ text }) => text.match(/\b(?:rank|mean|average|sums?):/g) ?? []);
  expect(answers).toEqual([]);
});

test('the file of a table that can be narrowed says to what', () => {
  const tables = pages.flatMap(({ path, text }) => [...text.matchAll(/<DataTable\b/g)].map(({ index }) => ({ path, text, table: elementAt(text, index) })));
  expect(tables.length).toBeGreaterThan(30);
  const silent = tables.filter(({ table, text }) => (/\bfilters=\{/.test(table) || /\buseAddress\(\{ \w/.test(text)) && !/\b(asked|save)=\{/.test(table));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('a bare figure is seen, one that leads to its grounds is not', () => {
  const contract = "const count = z.number().int();\nz.object({ expected: count, members: z.number(), version: z.number(), name: z.string() })";
  const known = new Set(numbersIn(contract));
  expect([...known]).toEqual(['expected', 'members']);
  const of = (text: string) => bareFigures(text, known);
  expect(of('<b>{study.expected}</b>')).toEqual(['{study.expected}']);
  expect(of('<td className="figures">{node.members ?? none}</td>')).toEqual(['{node.members ?? none}']);
  expect(of('<dd>{counts[name]}</dd>')).toEqual(['{counts[name]}']);
  expect(of('<i>{node.name}</i><i>{it.version}</i>')).toEqual([]);
  expect(of('<CountLink to="/people" value={3}>{node.members}</CountLink>')).toEqual([]);
  expect(of('<button type="button" onClick={open}><b>{study.expected}</b></button>')).toEqual([]);
  expect(bareColumns("{ key: 'held', figures: true, text: (row) => row.held }")).toEqual(['held']);
  expect(bareColumns("{ key: 'held', figures: true, text: (row) => row.held, cell: (row) => <Count of={{ a: 1 }} /> }")).toEqual([]);
  expect(bareTotals("{ key: 'due', total: <span>{found.sum}</span>, totalCell: found.sum }", known)).toEqual(['total: <span']);
  expect(bareTotals("{ key: 'due', total: data.expected }", known)).toEqual(['total: data.expected']);
  expect(bareTotals("{ key: 'due', total: <Figure value={1} />, name: 'a' } { key: 'x', total: t.words }", known)).toEqual([]);
  expect(columnsInWords("{ key: 'seen', text: (row) => t.people(row.members) }, { key: 'name', text: (row) => row.name }", known)).toEqual(['seen']);
  expect(columnsInWords("{ key: 'seen', text: (row) => row.members, cell: (row) => <CountLink /> }", known)).toEqual([]);
});
