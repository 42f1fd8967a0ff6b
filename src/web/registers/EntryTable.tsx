import type { ReactNode } from 'react';
import type { EntryRow, RegisterCard } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { useTableView } from '#web/shell/address.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { fieldText, personsText, registerTexts, spellText } from './register-texts.ts';

const texts = defineTexts({
  zh: { none: '还没有登记', next: '按右上角“登记”填写第一条；也可以放宽筛选条件。', waiting: '待确认', counted: '已计入' },
  en: { none: 'Nothing entered yet', next: 'Use “Enter” above for the first one, or ask for less.', waiting: 'To be confirmed', counted: 'Counted' },
});

interface Properties {
  readonly register: RegisterCard;
  readonly rows: readonly EntryRow[] | undefined;
  readonly total: number | undefined;
  readonly filters: ReactNode;
}

/** The entries of one register in the columns that it declares. */
export function EntryTable({ register, rows, total, filters }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const [view, setView] = useTableView();
  const columns = useColumns(register);
  return (
    <DataTable
      name={`register.${register.id}`} title={say(register.label)} rows={rows} rowKey={(row) => row.entry} columns={columns} view={view} onView={setView} pages={{ count: total }}
      filters={filters} empty={{ title: t.none, next: t.next }}
      card={(row) => (
        <PathLink to={paths.registerEntry(row.entry)} className="entry-card">
          <span><b>{register.persons === 'none' ? row.organisation.name : personsText(register, row, words, say)}</b> <StatusTag status={row.waiting ? 'proposed' : 'counted'} /></span>
          <span>{register.fields.map((field) => fieldText(field, row, words, say)).filter((it) => it !== '').join(' · ')}</span>
          <small>{spellText(register, row, words)}{register.persons === 'none' ? '' : ` · ${row.organisation.name}`}</small>
        </PathLink>
      )}
    />
  );
}

function useColumns(register: RegisterCard): readonly [Column<EntryRow>, ...Column<EntryRow>[]] {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const numeric = (kind: RegisterCard['fields'][number]['kind']): boolean => ['count', 'money', 'mark', 'minutes'].includes(kind);
  return [
    { key: 'day', title: register.lasts ? words.from : words.day, text: (row) => row.day, cell: (row) => <PathLink to={paths.registerEntry(row.entry)} className="date-text">{row.day}</PathLink> },
    ...(register.lasts ? [{ key: 'until', title: words.until, text: (row: EntryRow) => row.until ?? words.lasting }] : []),
    { key: 'organisation', title: words.organisation, text: (row) => row.organisation.name },
    ...(register.persons === 'none' ? [] : [{ key: 'persons', title: words.persons, text: (row: EntryRow) => personsText(register, row, words, say) }]),
    ...register.fields.map((field): Column<EntryRow> => ({
      key: field.id, title: say(field.label), text: (row) => fieldText(field, row, words, say),
      // A number that somebody typed has the entry itself for its grounds.
      ...(numeric(field.kind) ? { figures: true, cell: (row: EntryRow) => <PathLink to={paths.registerEntry(row.entry)} className="figure">{fieldText(field, row, words, say)}</PathLink> } : {}),
    })),
    { key: 'period', title: words.period, text: (row) => row.period },
    { key: 'standing', title: words.standing, text: (row) => (row.waiting ? t.waiting : t.counted), cell: (row) => <StatusTag status={row.waiting ? 'proposed' : 'counted'} /> },
    { key: 'recorded', title: words.recorded, text: (row) => `${row.recordedBy ?? words.somebody} ${row.recordedOn}` },
  ];
}
