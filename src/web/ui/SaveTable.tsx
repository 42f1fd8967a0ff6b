import { DownloadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { TABLE_ROWS_MOST } from '#domain/tables/limits.ts';
import { actToTake } from '#domain/tables/taking.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { allRows, seenCount, takenTable, type Seen } from './seen-table.ts';
import { usePhone } from './screen.ts';
import { useTableTaking, type NotTaken } from './table-taker.ts';

const texts = defineTexts({
  zh: { save: '导出', saving: (got: number, of: number) => `正在导出 ${got}/${of}`, what: '导出为 xlsx：当前筛选条件下的全部内容，列与页面一致' },
  en: { save: 'Export', saving: (got: number, of: number) => `Exporting ${got}/${of}`, what: 'As xlsx: all rows under the filters, the columns as shown' },
});

const tooMany = (count: number): NotTaken => ({
  places: [],
  words: {
    zh: `共 ${count} 项，超过一次导出的上限 ${TABLE_ROWS_MOST} 项。请先筛选，再分次导出。`,
    en: `There are ${count}, more than the ${TABLE_ROWS_MOST} of one export. Filter first and export in parts.`,
  },
});

/** 导出: a file of what one sees, of all pages. Not on a phone, which has no use for it, nor for who may look at the table alone. */
export function SaveTable<R>({ seen }: { readonly seen: Seen<R> }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { take, ofOthers } = useTableTaking();
  const [got, setGot] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<NotTaken | null>(null);
  const count = seenCount(seen);
  const phone = usePhone();
  if (phone || (actToTake(seen.name) === 'takeTables' && !ofOthers)) return null;
  const save = async () => {
    setRefusal(null);
    if (count > TABLE_ROWS_MOST) return setRefusal(tooMany(count));
    setGot(0);
    setRefusal(await take(async () => takenTable(seen, await allRows(seen, setGot), language === 'zh' ? '；' : '; ')));
    setGot(null);
  };
  return (
    <>
      <button type="button" className="bar-button unprinted" title={t.what} disabled={got !== null || seen.rows === undefined} onClick={() => void save()}>
        <DownloadOutlined /> <span aria-live="polite">{got === null ? t.save : t.saving(got, count)}</span>
      </button>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
    </>
  );
}
