import { ColumnHeightOutlined, SettingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { Column } from './table-columns.ts';
import type { Narrowing } from './table-view.ts';
import { Popup } from './Popup.tsx';

const texts = defineTexts({
  zh: { dense: '紧凑', columns: '列设置', less: (count: number) => `列设置（已隐藏 ${count} 列）`, all: '恢复全部列', restore: '恢复默认' },
  en: { dense: 'Dense', columns: 'Columns', less: (count) => `Columns (${count} hidden)`, all: 'Show all columns', restore: 'Restore defaults' },
});

interface Properties<R> {
  readonly columns: readonly Column<R>[];
  readonly save: ReactNode;
  readonly away: ReadonlySet<string>;
  readonly onAway: (keys: ReadonlySet<string>) => void;
  readonly narrowing: Narrowing | undefined;
  /** Filters, columns, pages and density at once. */
  readonly onRestore: () => void;
  readonly dense: boolean;
  readonly onDense: (dense: boolean) => void;
}

export function TableTools<R>({ columns, save, away, onAway, narrowing, onRestore, dense, onDense }: Properties<R>) {
  const words = useTexts(texts);
  const turn = (key: string) => {
    const next = new Set(away);
    if (!next.delete(key)) next.add(key);
    onAway(next);
  };
  const hidden = columns.slice(1).filter(({ key }) => away.has(key)).length;
  const name = hidden === 0 ? words.columns : words.less(hidden);
  const changed = hidden > 0 || dense || narrowing?.set || narrowing?.resized;
  return (
    <div className="data-table-tools">
      <button type="button" className="bar-button" aria-pressed={dense} onClick={() => onDense(!dense)}><ColumnHeightOutlined /> {words.dense}</button>
      <Popup name={name} buttonClass="bar-button" button={<><SettingOutlined /> {name}</>}>
        {(close) => (
          <>
            {columns.slice(1).map(({ key, title }) => (
              <label key={key} className="popup-item"><input type="checkbox" checked={!away.has(key)} onChange={() => turn(key)} /> {title}</label>
            ))}
            {hidden > 0 ? <button type="button" className="popup-item" onClick={() => { close(); onAway(new Set()); }}>{words.all}</button> : null}
            {narrowing && changed ? <button type="button" className="popup-item" onClick={() => { close(); onRestore(); }}>{words.restore}</button> : null}
          </>
        )}
      </Popup>
      {save}
    </div>
  );
}
