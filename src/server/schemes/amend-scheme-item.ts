import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { fieldOf, isFields } from '#domain/schemes/format/raw-value.ts';
import { tableColumns } from '#domain/schemes/table/columns.ts';
import type { amendSchemeItem as contract } from '#domain/schemes/table/contract.ts';
import { rowsOfTree, treeOfRows } from '#domain/schemes/table/table-tree.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReader } from './demand-reader.ts';
import { parseYaml } from './parse-yaml.ts';
import { readScheme } from './read-scheme.ts';
import { demandSound } from './scheme-reads.ts';
import { namesIn, restIn } from './scheme-table.ts';
import { withTrees } from './with-trees.ts';

/** The text with one part or rule as its form says; everything else stays letter by letter. */
export async function amendSchemeItem(call: Call, { text, tree, id, cells }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandReader(call.actor);
  demandSound(text);
  const { value: file } = parseYaml(text);
  const raw = fieldOf(file, tree);
  const names = namesIn(file);
  const rows = isFields(raw) ? rowsOfTree(raw, tree, names) : [];
  if (!rows.some((row) => row.cells.id === id)) throw refuse('NotFound', {});
  const read = treeOfRows(rows.map((row, at) => {
    // Its place and its id are not the form's.
    const said = row.cells.id === id ? { ...filled(cells), id, no: row.cells.no ?? '' } : row.cells;
    return { row: at + 1, cells: said, rest: restIn(said.rest) };
  }), tree, names);
  if (read.problems.length > 0 || read.root === null) return { text: null, problems: read.problems.map(({ column, words }) => under(column, words)) };
  const next = withTrees(text, { [tree]: read.root });
  const checked = readScheme(next);
  return 'problems' in checked ? { text: null, problems: checked.problems.map(({ words }) => words) } : { text: next, problems: [] };
}

const filled = <T extends object>(cells: T): T => Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== '')) as T;

function under(column: string, { zh, en }: Words): Words {
  const title = tableColumns.find(({ key }) => key === column)?.title ?? column;
  return { zh: `${title}：${zh}`, en: `${title}: ${en}` };
}
