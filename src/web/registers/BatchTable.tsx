import { type RegisterBatch, withdrawRegisterBatch } from '#domain/registers/import-contract.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { EarlierBatches } from '#web/shell/EarlierBatches.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    title: '以前的导入', organisations: '党组织', entries: '登记', join: '、', and: '；', count: (count: number) => `${count} 条`, stands: '已导入', someBack: (count: number) => `其中 ${count} 条已撤回`,
    rest: (there: number, leftOut: number) => [...(there > 0 ? [`${there} 行已登记`] : []), ...(leftOut > 0 ? [`${leftOut} 行未导入`] : [])].join('，'),
    drawer: '撤回这批导入', what: (count: number, file: string) => `将撤回“${file}”导入的 ${count} 条登记，不再计入，积分和得分随之重算；登记和撤回理由保留可查。`, done: (count: number) => `已撤回 ${count} 条登记。`,
  },
  en: {
    title: 'Earlier imports', organisations: 'Organisations', entries: 'Entries', join: ', ', and: '; ', count: (count) => `${count} ${count === 1 ? 'entry' : 'entries'}`, stands: 'Imported', someBack: (count) => `${count} of them withdrawn`,
    rest: (there, leftOut) => [...(there > 0 ? [`${there} rows there already`] : []), ...(leftOut > 0 ? [`${leftOut} rows left out`] : [])].join(', '),
    drawer: 'Take this import back', what: (count, file) => `The ${count} entries that came with “${file}” no longer count, and points and scores are computed anew. The entries and the reason stay readable.`, done: (count) => `${count} entries taken back.`,
  },
});

/** What was imported into a register before. */
export function BatchTable({ register, items }: { readonly register: string; readonly items: readonly RegisterBatch[] }) {
  const t = useTexts(texts);
  return (
    <EarlierBatches
      name="register-batches" title={t.title} items={items}
      columns={[
        { key: 'organisations', title: t.organisations, text: (it) => it.organisations.map(({ name }) => name).join(t.join) },
        {
          key: 'entries', title: t.entries, text: (it) => t.count(it.created),
          cell: (it) => (it.standing === 0 ? t.count(it.created) : <CountLink to={paths.registers()} search={{ register, batch: it.batch }} value={it.standing}>{t.count(it.standing)}</CountLink>),
        },
      ]}
      stands={({ created, standing, there, leftOut }) => [t.stands, ...(standing < created ? [t.someBack(created - standing)] : []), t.rest(there, leftOut)].filter((it) => it !== '').join(t.and)}
      withdrawal={{ title: t.drawer, contract: withdrawRegisterBatch, what: (it) => t.what(it.standing, it.fileName), done: t.done }}
    />
  );
}
