import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { EntryRow, listRegisterEntries, RegisterCard, RegisterFieldCard } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { entryFilters } from './entry-filters.ts';
import { fieldText, personsText, registerTexts, spellText } from './register-texts.ts';
import { fetchSum, type SumFilter } from './sum-grounds.ts';

const texts = defineTexts({
  zh: { none: '还没有登记', next: '按右上角“登记”填写第一条；也可以放宽筛选条件。', waiting: '待确认', counted: '已计入', sum: (entries: number) => `合计（符合条件的 ${entries} 条）` },
  en: { none: 'Nothing entered yet', next: 'Use “Enter” above for the first one, or ask for less.', waiting: 'To be confirmed', counted: 'Counted', sum: (entries) => `Total (${entries} that match)` },
});

export type Sums = z.output<typeof listRegisterEntries.output>['sums'];

interface Properties {
  /** What the numbers come to over all entries that match. */
  readonly sums: Sums;
  /** Under which filters they stand. */
  readonly filter: SumFilter;
  readonly register: RegisterCard;
  readonly rows: readonly EntryRow[] | undefined;
  readonly total: number | undefined;
  readonly filters: ReactNode;
  /** The button that takes all of it away. */
  readonly save: ReactNode;
}

/** The entries of one register in the columns that it declares. */
export function EntryTable({ sums, filter, register, rows, total, filters, save }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const [view, setView] = useTableView(undefined, entryFilters);
  const columns = useColumns(register, sums, filter, total ?? 0);
  return (
    <DataTable
      name={`register.${register.id}`} title={say(register.label)} rows={rows} rowKey={(row) => row.entry} columns={columns} view={view} onView={setView} pages={{ count: total }}
      filters={filters} save={save} empty={{ title: t.none, next: t.next }}
      card={(row) => (
        <PathLink to={paths.registerEntry(row.entry)} className="entry-card">
          <span><b>{register.persons === 'none' ? row.organisation.name : personsText(register, row, words, say)}</b> <StatusTag status={row.waiting ? 'proposed' : 'counted'} /></span>
          <span>{register.fields.map((field) => numbered(field, fieldText(field, row, words, say), say(field.label))).filter((it) => it !== '').join(' · ')}</span>
          <small>{spellText(register, row, words)}{register.persons === 'none' ? '' : ` · ${row.organisation.name}`}</small>
        </PathLink>
      )}
    />
  );
}

/** A number that somebody typed, leading to the entry; where none was typed there is nothing to open. */
const Typed = ({ entry, text }: { readonly entry: string; readonly text: string }) => (text === '' ? null : <PathLink to={paths.registerEntry(entry)} className="figure"><span className="figure-value">{text}</span></PathLink>);

const isNumber = ({ kind }: RegisterFieldCard): boolean => ['count', 'ordinal', 'money', 'mark', 'minutes'].includes(kind);
/** In a card no heading says what a number is. */
const numbered = (field: RegisterFieldCard, text: string, label: string): string => (isNumber(field) && text !== '' ? `${label} ${text}` : text);

function useColumns(register: RegisterCard, sums: Sums, filter: SumFilter, entries: number): readonly [Column<EntryRow>, ...Column<EntryRow>[]] {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const total = (id: string): Pick<Column<EntryRow>, 'total' | 'totalCell'> => {
    const found = sums.find(({ field }) => field === id);
    return found === undefined ? {} : { total: <Figure value={found.sum} grounds={fetchSum(filter, id)} />, totalCell: found.sum };
  };
  return [
    { key: 'day', ...(sums.length > 0 ? { total: t.sum(entries), totalCell: t.sum(entries) } : {}), title: register.lasts ? words.from : words.day, text: (row) => row.day, cell: (row) => <PathLink to={paths.registerEntry(row.entry)} className="date-text">{row.day}</PathLink> },
    ...(register.lasts ? [{ key: 'until', title: words.until, text: (row: EntryRow) => row.until ?? words.lasting, cell: (row: EntryRow) => <span className="date-text">{row.until ?? words.lasting}</span> }] : []),
    { key: 'organisation', title: words.organisation, text: (row) => row.organisation.name },
    ...(register.persons === 'none' ? [] : [{ key: 'persons', title: words.persons, text: (row: EntryRow) => personsText(register, row, words, say) }]),
    ...register.fields.map((field): Column<EntryRow> => ({
      key: field.id, title: say(field.label), text: (row) => fieldText(field, row, words, say), ...total(field.id),
      ...(isNumber(field) ? { figures: true, cell: (row: EntryRow) => <Typed entry={row.entry} text={fieldText(field, row, words, say)} /> } : {}),
    })),
    { key: 'period', title: words.period, text: (row) => row.period, cell: (row) => <span className="date-text">{row.period}</span> },
    { key: 'standing', title: words.standing, text: (row) => (row.waiting ? t.waiting : t.counted), cell: (row) => <StatusTag status={row.waiting ? 'proposed' : 'counted'} /> },
    { key: 'recorded', title: words.recorded, text: (row) => `${row.recordedBy ?? words.somebody} ${row.recordedOn}`, cell: (row) => <>{row.recordedBy ?? words.somebody} <span className="date-text">{row.recordedOn}</span></> },
  ];
}
