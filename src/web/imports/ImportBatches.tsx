import { type BatchTable, type ImportBatch, withdrawImportBatch } from '#domain/imports/batch-contract.ts';
import { EarlierBatches } from '#web/shell/EarlierBatches.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    title: '以前的导入', content: '内容', stands: '已导入',
    rest: (there: number, leftOut: number) => [...(there > 0 ? [`${there} 行原已一致`] : []), ...(leftOut > 0 ? [`${leftOut} 行未导入`] : [])].map((it) => `，${it}`).join(''),
    people: (count: number, recorded: number) => (count > 0 ? `${count} 人，${recorded} 条记录` : `${recorded} 条记录`),
    drawer: '撤回这批导入', done: '已整批撤回，系统恢复到导入之前。改正后的文件可以重新导入。',
    what: (file: string) => `将撤回“${file}”写入的全部内容：新增的不再计入，改动的恢复原状，积分和得分随之重算。操作和撤回理由保留可查。`,
  },
  en: {
    title: 'Earlier imports', content: 'Contents', stands: 'Imported',
    rest: (there, leftOut) => [...(there > 0 ? [`${there} rows the same already`] : []), ...(leftOut > 0 ? [`${leftOut} rows left out`] : [])].map((it) => `, ${it}`).join(''),
    people: (count, recorded) => (count > 0 ? `${count} people, ${recorded} records` : `${recorded} records`),
    drawer: 'Take this import back', done: 'All of it was taken back, as if it had not been imported. A corrected file can be imported.',
    what: (file) => `Everything that “${file}” wrote is taken back: what was new no longer counts, what was changed is as before, and points and scores are computed anew. The import and the reason stay readable.`,
  },
});

/** What came in with the tables of one kind. */
export function ImportBatches({ table, items }: { readonly table: BatchTable; readonly items: readonly ImportBatch[] }) {
  const t = useTexts(texts);
  return (
    <EarlierBatches
      name={`${table}-batches`} title={t.title} items={items}
      columns={[{ key: 'content', title: t.content, text: (it) => `${t.people(it.people, it.recorded)}${t.rest(it.there, it.leftOut)}` }]}
      stands={() => t.stands} withdrawal={{ title: t.drawer, contract: withdrawImportBatch, what: (it) => t.what(it.fileName), done: () => t.done }}
    />
  );
}
