import { Button, Select } from 'antd';
import { useState } from 'react';
import { type GridCheck, mapAttendanceMarks } from '#domain/activities/grid/grid-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { title: '符号含义', hint: '核对表中各种写法的含义；改动后须重新检查。', empty: '（空白）', cells: (count: number) => `${count} 格`, choose: '请选定', again: '按所选含义重新检查', means: (written: string) => `“${written}”的含义` },
  en: { title: 'Marks', hint: 'See what each way of writing is taken for; after a change the file is checked again.', empty: '(empty)', cells: (count) => (count === 1 ? '1 cell' : `${count} cells`), choose: 'Choose', again: 'Check again with these meanings', means: (written) => `Meaning of “${written}”` },
});

/** What each mark of the file is taken for; it can be changed, and then the same file is checked again. */
export function MarkTable({ id, checked, onChecked }: { readonly id: string; readonly checked: GridCheck; readonly onChecked: (id: string) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const [changed, change] = useState<Readonly<Record<string, string>>>({});
  const mapping = useWrite(mapAttendanceMarks);
  const meaningOf = (written: string, meaning: string | null): string | undefined => changed[written] ?? meaning ?? undefined;
  const send = () => mapping.mutate({
    import: id, marks: checked.marks.flatMap(({ written, meaning }) => { const chosen = meaningOf(written, meaning); return chosen === undefined ? [] : [{ written, meaning: chosen }]; }),
  }, { onSuccess: (next) => onChecked(next.id) });
  const options = checked.meanings.map((it) => ({ value: it.id, label: say(it.label) }));
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <p className="room-hint">{t.hint}</p>
      <ul className="grid-marks">
        {checked.marks.map(({ written, cells, meaning }) => (
          <li key={written}>
            <b>{written === '' ? t.empty : written}</b>
            <span className="room-hint">{t.cells(cells)}</span>
            <Select
              value={meaningOf(written, meaning) ?? null} placeholder={t.choose} status={meaningOf(written, meaning) === undefined ? 'warning' : ''} aria-label={t.means(written === '' ? t.empty : written)}
              options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen: string) => change({ ...changed, [written]: chosen })}
            />
          </li>
        ))}
      </ul>
      {mapping.error ? <ErrorNote refusal={mapping.error.refusal} /> : null}
      {Object.keys(changed).length > 0 ? <div className="import-actions"><Button type="primary" loading={mapping.isPending} onClick={send}>{t.again}</Button></div> : null}
    </section>
  );
}
