import { listWithdrawnEntries, type WithdrawnEntry } from '#domain/registers/restoring-contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import type { ReactNode } from 'react';
import { entryFilters } from './entry-filters.ts';
import { fieldText, personsText, registerTexts, spellText } from './register-texts.ts';

const texts = defineTexts({
  zh: { what: '内容', by: '撤回人', on: '撤回日期', why: '撤回理由', none: '没有撤回的登记', next: '误撤的登记在这里可查，打开后可以恢复。', title: '已撤回的登记' },
  en: { what: 'What', by: 'Withdrawn by', on: 'On', why: 'Why', none: 'Nothing was withdrawn', next: 'What was withdrawn by mistake is kept here; open it to restore it.', title: 'Withdrawn entries' },
});

/** What was withdrawn from a register, the latest first; each is restored on its own page. */
export function WithdrawnEntries({ register, organisation, place, filters }: { readonly register: string; readonly organisation: string; readonly place: string; readonly filters: ReactNode }) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const [view, setView] = useTableView(undefined, entryFilters);
  const wanted = { register, ...(organisation === '' ? {} : { organisation }) };
  const list = useCall(listWithdrawnEntries, { ...wanted, page: view.page, size: view.size }, { keep: true });
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { register: card, items, total } = list.data;
  const pages = { count: total, rowsOf: async (page: number, size: number) => (await call(listWithdrawnEntries, { ...wanted, page, size })).items };
  const what = (row: WithdrawnEntry) => card.fields.map((field) => fieldText(field, row, words, say)).filter((it) => it !== '').join(' · ');
  const columns: readonly [Column<WithdrawnEntry>, ...Column<WithdrawnEntry>[]] = [
    { key: 'day', title: card.lasts ? words.from : words.day, text: (row) => spellText(card, row, words), cell: (row) => <PathLink to={paths.registerEntry(row.entry)} className="date-text">{spellText(card, row, words)}</PathLink> },
    { key: 'organisation', title: words.organisation, text: (row) => row.organisation.name },
    ...(card.persons === 'none' ? [] : [{ key: 'persons', title: words.persons, text: (row: WithdrawnEntry) => personsText(card, row, words, say) }]),
    { key: 'what', title: t.what, text: what },
    { key: 'by', title: t.by, text: (row) => row.recordedBy ?? words.somebody },
    { key: 'on', title: t.on, text: (row) => row.recordedOn, cell: (row) => <span className="date-text">{row.recordedOn}</span> },
    { key: 'why', title: t.why, text: (row) => row.reason },
  ];
  return (
    <DataTable
      name={`register.${register}.withdrawn`} title={t.title} rows={items} rowKey={(row) => row.entry} columns={columns} view={view} onView={setView} pages={pages} asked={[say(card.label), place]} filters={filters}
      empty={{ title: t.none, next: t.next }} card={(row) => <ColumnCard row={row} columns={columns} />}
    />
  );
}
