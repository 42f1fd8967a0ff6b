import { plainTitle } from '#domain/imports/cell-text.ts';
import { headerIn, type SheetColumn, type SheetHeader } from '#domain/imports/sheet-header.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { RegisterCard } from './contract.ts';
import { entryColumns, personPair, TOLD_TITLES, unitColumn } from './entry-columns.ts';

function readingColumns(register: RegisterCard): readonly SheetColumn[] {
  const columns = [...entryColumns(register), ...(register.persons === 'none' || register.parts.length > 0 ? [] : personPair)];
  const taken = new Set(columns.flatMap(({ title, aliases, looseAliases = [] }) => [title, ...aliases, ...looseAliases]).map(plainTitle));
  const [title, ...aliases] = [unitColumn.title, ...unitColumn.aliases].filter((it) => !taken.has(plainTitle(it)));
  return title === undefined ? columns : [...columns, { ...unitColumn, title, aliases }];
}

/**
 * The columns of a register in a row of a sheet, or null when the row is no header of it: fewer than two of its titles.
 * People may stand in one column or, as offices keep them, with name and number apart.
 * Where it is need not be named by a table that names people: it is found by where they belong.
 * @param alone the importer enters for one organisation only, so the table need not name it.
 * @throws SheetColumnsTwice, SheetColumnsMissing
 */
export function entryHeader(register: RegisterCard, cells: readonly string[], alone: boolean): SheetHeader | null {
  const header = headerIn(readingColumns(register), cells);
  if (header.at.size + header.twice.length < 2) return null;
  if (header.twice.length > 0) throw refuseSheet('SheetColumnsTwice', { titles: header.twice });
  const named = header.at.has('number') || header.at.has('name');
  const placed = alone || named || [...header.at.keys()].some((key) => key === 'persons' || key.startsWith('persons.'));
  const missing = entryColumns(register).filter(({ key, required }) =>
    required && !header.at.has(key) && !(key === 'organisation' && placed) && !(key === 'persons' && named));
  if (missing.length > 0) throw refuseSheet('SheetColumnsMissing', { titles: missing.map(({ title }) => title) });
  return { ...header, others: header.others.filter((it) => !TOLD_TITLES.some((told) => told === it)) };
}
