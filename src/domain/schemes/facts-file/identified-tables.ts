import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { columnCalled, columnsOf, factTables, nearestColumn, nearestTable, tableCalled, tableIds, type TableId } from './columns.ts';
import type { Field, Report, Row, Table } from './tables.ts';

export interface Identified {
  readonly known: ReadonlyMap<TableId, Table>;
  /** Tables that stand under the name of a register of the scheme, as they were written. */
  readonly registers: ReadonlyMap<Register, Table>;
}

/**
 * The tables by what they are, with the identifiers of their columns over the rows; what has no meaning is reported. A
 * table of ours goes before a register of the same name.
 */
export function identified(tables: readonly Table[], scheme: Scheme, report: Report): Identified {
  const known = new Map<TableId, Table>();
  const registers = new Map<Register, Table>();
  for (const table of tables) {
    const id = tableCalled(table.name);
    const register = id === null ? scheme.registers.find((each) => [each.id, each.label.zh, each.label.en].includes(table.name)) : undefined;
    if (id === null && register === undefined) report(table, unknownTable(table.name, scheme));
    else if ((id !== null && known.has(id)) || (register !== undefined && registers.has(register))) report(table, { zh: `“${table.name}”出现了两次。`, en: `“${table.name}” stands twice.` });
    else if (id !== null) known.set(id, withColumns(table, id, report));
    else if (register !== undefined) registers.set(register, table);
  }
  return { known, registers };
}

function withColumns(table: Table, id: TableId, report: Report): Table {
  const columns = new Map<string, string>();
  for (const heading of table.headings) {
    const column = columnCalled(id, heading.text) ?? (id === 'attendance' ? heading.text : null);
    if (column === null) report(heading, unknownColumn(id, heading.text));
    else if ([...columns.values()].includes(column)) report(heading, { zh: `“${heading.text}”这一列出现了两次。`, en: `The column “${heading.text}” stands twice.` });
    else columns.set(heading.text, column);
  }
  const renamed = (row: Row): Row => ({ ...row, fields: new Map([...row.fields].flatMap(([name, field]): [string, Field][] => {
    const column = columns.get(name);
    return column === undefined ? [] : [[column, field]];
  })) });
  const headings = table.headings.map((heading) => ({ ...heading, text: columns.get(heading.text) ?? heading.text }));
  return { ...table, headings, rows: table.rows.map(renamed) };
}

function unknownTable(name: string, scheme: Scheme): Words {
  const registers = scheme.registers.map(({ label }) => label.zh);
  const nearest = nearestTable(name);
  return {
    zh: `没有叫“${name}”的表${nearest === null ? '' : `，是否应为 ${nearest.zh}`}。可用：${[...tableIds.map((id) => factTables[id].zh), ...registers].join('、')}。`,
    en: `There is no table “${name}”.${nearest === null ? '' : ` Did you mean ${nearest.en}?`} Known: ${[...tableIds, ...scheme.registers.map(({ id }) => id)].join(', ')}.`,
  };
}

function unknownColumn(table: TableId, name: string): Words {
  const nearest = nearestColumn(table, name);
  return {
    zh: `“${factTables[table].zh}”里没有“${name}”这一列${nearest === null ? '' : `，是否应为 ${nearest.zh}`}。可用：${columnsOf(table).map(({ zh }) => zh).join('、')}。`,
    en: `“${table}” has no column “${name}”.${nearest === null ? '' : ` Did you mean ${nearest.en}?`} Known: ${columnsOf(table).map(({ id }) => id).join(', ')}.`,
  };
}
