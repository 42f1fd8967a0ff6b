import { ColumnHeightOutlined, DownloadOutlined, SettingOutlined } from '@ant-design/icons';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { csvOf } from './csv.ts';
import type { Column } from './DataTable.tsx';
import { Popup } from './Popup.tsx';
import { saveFile } from './save-file.ts';

const texts = defineTexts({
  zh: { dense: '紧凑', columns: '列', save: '导出' },
  en: { dense: 'Dense', columns: 'Columns', save: 'Export' },
});

interface Properties<R> {
  readonly name: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly shown: readonly Column<R>[];
  readonly away: ReadonlySet<string>;
  readonly onAway: (keys: ReadonlySet<string>) => void;
  readonly dense: boolean;
  readonly onDense: (dense: boolean) => void;
}

export function TableTools<R>({ name, rows, columns, shown, away, onAway, dense, onDense }: Properties<R>) {
  const words = useTexts(texts);
  const save = () => saveFile(`${name}.csv`, 'text/csv', csvOf(
    shown.map(({ title }) => title),
    rows.map((row) => shown.map(({ text }) => text(row))),
  ));
  const turn = (key: string) => {
    const next = new Set(away);
    if (!next.delete(key)) next.add(key);
    onAway(next);
  };
  return (
    <div className="data-table-tools">
      <button type="button" className="bar-button" aria-pressed={dense} onClick={() => onDense(!dense)}><ColumnHeightOutlined /> {words.dense}</button>
      <Popup name={words.columns} buttonClass="bar-button" button={<><SettingOutlined /> {words.columns}</>}>
        {() => columns.slice(1).map(({ key, title }) => (
          <label key={key} className="popup-item"><input type="checkbox" checked={!away.has(key)} onChange={() => turn(key)} /> {title}</label>
        ))}
      </Popup>
      <button type="button" className="bar-button" onClick={save}><DownloadOutlined /> {words.save}</button>
    </div>
  );
}
