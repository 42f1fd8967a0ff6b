import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { useTableView } from './table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';

const texts = defineTexts({
  zh: {
    title: '需改正的内容', row: '行', column: '列', value: '填写内容', rule: '问题', suggestion: '怎样改', empty: '（空）', none: '没有问题',
    more: (shown: number, all: number) => `这里列出前 ${shown} 行的问题，全部 ${all} 行见“下载错误行”。`,
  },
  en: {
    title: 'What needs correction', row: 'Row', column: 'Column', value: 'What stands there', rule: 'Problem', suggestion: 'What helps', empty: '(empty)', none: 'No problem',
    more: (shown, all) => `These are the problems of the first ${shown} rows; all ${all} are in the file of faulty rows.`,
  },
});

/** Each problem with its row, column, value and what helps, in the order of the file. */
export function ProblemTable({ checked }: { readonly checked: { readonly faulty: number; readonly problems: readonly SheetProblem[] } }) {
  const t = useTexts(texts);
  const say = useWords();
  const [view, setView] = useTableView(20);
  const rows = new Set(checked.problems.map((it) => it.row)).size;
  const value = (it: SheetProblem) => it.value || t.empty;
  const columns: readonly [Column<SheetProblem>, ...Column<SheetProblem>[]] = [
    { key: 'row', title: t.row, text: (it) => it.row },
    { key: 'column', title: t.column, text: (it) => it.column },
    { key: 'value', title: t.value, text: value },
    { key: 'rule', title: t.rule, text: (it) => say(it.rule) },
    { key: 'suggestion', title: t.suggestion, text: (it) => say(it.suggestion) },
  ];
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {rows < checked.faulty ? <p className="room-hint">{t.more(rows, checked.faulty)}</p> : null}
      <DataTable
        name="sheet-problems" title={t.title} rows={checked.problems} rowKey={(it) => `${it.row} ${it.column} ${it.rule.zh}`} columns={columns} view={view} onView={setView} empty={{ title: t.none }}
        card={(it) => (
          <div className="problem-card">
            <p><b>{t.row} {it.row} · {it.column}</b>　{value(it)}</p>
            <p>{say(it.rule)}</p>
            <p className="room-hint">{say(it.suggestion)}</p>
          </div>
        )}
      />
    </section>
  );
}
