import type { Words } from '#domain/words/words.ts';
import { columnCalled, columnsOf, factTables, nearestColumn, nearestTable, tableCalled, tableIds, type TableId } from './columns.ts';
import type { Field, Report, Row, Table } from './tables.ts';

/** The tables by what they are, with the identifiers of their columns over the rows; what has no meaning is reported. */
export function identified(tables: readonly Table[], report: Report): ReadonlyMap<TableId, Table> {
  const known = new Map<TableId, Table>();
  for (const table of tables) {
    const id = tableCalled(table.name);
    if (id === null) report(table, unknownTable(table.name));
    else if (known.has(id)) report(table, { zh: `“${table.name}”出现了两次。`, en: `“${table.name}” stands twice.` });
    else known.set(id, withColumns(table, id, report));
  }
  return known;
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

function unknownTable(name: string): Words {
  const nearest = nearestTable(name);
  return {
    zh: `没有叫“${name}”的表${nearest === null ? '' : `，是否应为 ${nearest.zh}`}。可用：${tableIds.map((id) => factTables[id].zh).join('、')}。`,
    en: `There is no table “${name}”.${nearest === null ? '' : ` Did you mean ${nearest.en}?`} Known: ${tableIds.join(', ')}.`,
  };
}

function unknownColumn(table: TableId, name: string): Words {
  const nearest = nearestColumn(table, name);
  return {
    zh: `“${factTables[table].zh}”里没有“${name}”这一列${nearest === null ? '' : `，是否应为 ${nearest.zh}`}。可用：${columnsOf(table).map(({ zh }) => zh).join('、')}。`,
    en: `“${table}” has no column “${name}”.${nearest === null ? '' : ` Did you mean ${nearest.en}?`} Known: ${columnsOf(table).map(({ id }) => id).join(', ')}.`,
  };
}
