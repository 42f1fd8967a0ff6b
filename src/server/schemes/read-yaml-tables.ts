import type { Field, Row, Table } from '#domain/schemes/facts-file/tables.ts';
import { type Path, pathText, type Positions, type Problem } from '#domain/schemes/format/problem.ts';
import { isFields, itemsOf } from '#domain/schemes/format/raw-value.ts';
import type { Words } from '#domain/words/words.ts';
import { parseYaml } from './parse-yaml.ts';

/** Tables as a clerk or a machine wrote them, or what kept them from being read. */
export type TablesOrProblems = { readonly tables: readonly Table[] } | { readonly problems: readonly Problem[] };

/** A facts file in YAML: under each table's name a list of rows, each with `column: content`. */
export function readYamlTables(text: string): TablesOrProblems {
  const { value, positions, problems } = parseYaml(text, 'text');
  if (problems.length > 0) return { problems };
  if (!isFields(value)) return { problems: [problemAt(positions, [], notTables)] };
  const found: Problem[] = [];
  const tables = Object.entries(value).map(([name, rows]): Table => {
    if (!Array.isArray(rows)) found.push(problemAt(positions, [name], notRows));
    return tableOf(name, itemsOf(rows).map((row, index) => rowOf(row, [name, index], positions, found)), positions);
  });
  return found.length > 0 ? { problems: found } : { tables };
}

const notTables: Words = { zh: '应写“表名:”，其下每行一条记录。', en: 'Write “table:” and below it one row for each record.' };
const notRows: Words = { zh: '此处应是列表，每条记录以“- ”开头。', en: 'This must be a list; each record begins with “- ”.' };
const notRow: Words = { zh: '每条记录应写成“列名: 内容”。', en: 'Write each record as “column: content”.' };
const notText: Words = { zh: '此处应写文字；几个名字写成 [甲, 乙]。', en: 'This must be a text, or several names as [one, other].' };

const problemAt = (positions: Positions, path: Path, words: Words): Problem => ({ ...positions.value(path), path: pathText(path), words });

const placeOf = (path: Path, positions: Positions) => ({ ...positions.value(path), path: pathText(path) });

function tableOf(name: string, rows: readonly Row[], positions: Positions): Table {
  const headings = new Map<string, Field>();
  for (const row of rows) {
    for (const [column, field] of row.fields) {
      if (!headings.has(column)) headings.set(column, { ...field, text: column });
    }
  }
  return { ...positions.word([name]), path: name, name, rows, headings: [...headings.values()] };
}

function rowOf(raw: unknown, path: Path, positions: Positions, found: Problem[]): Row {
  const fields = new Map<string, Field>();
  if (!isFields(raw)) found.push(problemAt(positions, path, notRow));
  for (const [column, content] of Object.entries(isFields(raw) ? raw : {})) {
    const at = [...path, column];
    const text = textIn(content);
    if (text === null) found.push(problemAt(positions, at, notText));
    else if (text !== '') fields.set(column, { ...placeOf(at, positions), text });
  }
  return { ...placeOf(path, positions), fields };
}

/** A text as it is, a list of texts as a clerk would write it in one cell. */
function textIn(content: unknown): string | null {
  if (content === null) return '';
  if (typeof content === 'string') return content.trim();
  if (!Array.isArray(content)) return null;
  const texts = itemsOf(content).map((each) => (typeof each === 'string' ? each.trim() : null));
  return texts.includes(null) ? null : texts.join('、');
}
