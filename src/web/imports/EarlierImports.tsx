import type { RosterImport } from '#domain/imports/contract.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import type { Column } from '#web/ui/table-columns.ts';

const texts = defineTexts({
  zh: {
    title: '未导入的上传', file: '文件', when: '上传时间', from: '生效日期', state: '状态', none: '还没有导入过', noneNext: '下载模板，填好后在上面上传。',
    underWay: '办理中', checked: '已检查，未导入', faulty: (count: number) => `有 ${count} 行需改正`, stopped: '未完成',
  },
  en: {
    title: 'Uploads that were not imported', file: 'File', when: 'Sent', from: 'Holds from', state: 'State', none: 'Nothing has been imported yet', noneNext: 'Fill in the template and upload it above.',
    underWay: 'Under way', checked: 'Checked, not imported', faulty: (count) => `${count} rows to correct`, stopped: 'Not finished',
  },
});

interface Properties {
  readonly items: readonly RosterImport[];
  readonly onChoose: (id: string) => void;
}

/** What one has sent and not carried out; each goes on from where it was left. What was imported stands among the batches. */
export function EarlierImports({ items, onChoose }: Properties) {
  const t = useTexts(texts);
  const [view, setView] = useTableView(20);
  const sent = (it: RosterImport) => minuteText(it.check.createdAt);
  const state = ({ check, carryOut, checked }: RosterImport): string => {
    if (isUnderWay(check) || isUnderWay(carryOut)) return t.underWay;
    if (carryOut || !checked) return t.stopped;
    return checked.faulty > 0 ? t.faulty(checked.faulty) : t.checked;
  };
  const open = (it: RosterImport) => <button type="button" className="plain-button import-open" onClick={() => onChoose(it.id)}>{it.fileName}</button>;
  const columns: readonly [Column<RosterImport>, ...Column<RosterImport>[]] = [
    { key: 'file', title: t.file, text: (it) => it.fileName, cell: open },
    { key: 'when', title: t.when, text: sent },
    { key: 'from', title: t.from, text: (it) => it.from },
    { key: 'state', title: t.state, text: state },
  ];
  const left = items.filter(({ outcome }) => outcome === null);
  if (left.length === 0) return null;
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <DataTable
        name="roster-imports" title={t.title} rows={left} rowKey={(it) => it.id} columns={columns} view={view} onView={setView} empty={{ title: t.none, next: t.noneNext }}
        card={(it) => <div className="problem-card"><p>{open(it)}</p><p>{state(it)}</p><p className="room-hint">{sent(it)}</p></div>}
      />
    </section>
  );
}
