import { type GridBatch, withdrawAttendanceBatch } from '#domain/activities/grid/grid-contract.ts';
import { EarlierBatches } from '#web/shell/EarlierBatches.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    title: '以前的导入', organisations: '党组织', sessions: '活动', join: '、', and: '，', count: (count: number, makeUps: number) => `${count} 次${makeUps > 0 ? `，补学 ${makeUps} 人次` : ''}`, stands: '已导入', someBack: (count: number) => `其中 ${count} 次已撤回`,
    drawer: '撤回这批考勤', what: (count: number, file: string) => `将撤回“${file}”导入的 ${count} 次活动及其补学，不再计入，积分和得分随之重算；记录和撤回理由保留可查。`, done: (count: number) => `已撤回活动和补学 ${count} 条。`,
  },
  en: {
    title: 'Earlier imports', organisations: 'Organisations', sessions: 'Sessions', join: ', ', and: '; ', count: (count, makeUps) => `${count}${makeUps > 0 ? `, ${makeUps} make-ups` : ''}`, stands: 'Imported', someBack: (count) => `${count} of them withdrawn`,
    drawer: 'Take this attendance back', what: (count, file) => `The ${count} sessions that came with “${file}” and their make-ups no longer count, and points and scores are computed anew. The records and the reason stay readable.`, done: (count) => `${count} sessions and make-ups taken back.`,
  },
});

/** What attendance was imported before. */
export function GridBatchTable({ items }: { readonly items: readonly GridBatch[] }) {
  const t = useTexts(texts);
  return (
    <EarlierBatches
      name="grid-batches" title={t.title} items={items}
      columns={[
        { key: 'organisations', title: t.organisations, text: (it) => it.organisations.map(({ name }) => name).join(t.join) },
        { key: 'sessions', title: t.sessions, text: (it) => t.count(it.created, it.makeUps) },
      ]}
      stands={({ created, standing }) => [t.stands, ...(standing < created ? [t.someBack(created - standing)] : [])].join(t.and)}
      withdrawal={{ title: t.drawer, contract: withdrawAttendanceBatch, what: (it) => t.what(it.standing, it.fileName), done: t.done }}
    />
  );
}
