import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { amendSchemeItem, type SchemeItem } from '#domain/schemes/table/contract.ts';
import { type ColumnKey, tableColumns } from '#domain/schemes/table/columns.ts';
import { partNames, wayNames, windowNames } from '#domain/schemes/table/node-cells.ts';
import { useWrite } from '#web/shell/calling.ts';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly text: string;
  readonly item: SchemeItem;
  readonly activities: readonly string[];
  readonly records: readonly string[];
  readonly onText: (text: string, said: string) => void;
}

const ofPart: readonly ColumnKey[] = ['label', 'english', 'full', 'limits', 'clause', 'target', 'course', 'mistakes', 'rest'];
const ofRule: readonly ColumnKey[] = ['label', 'english', 'way', 'full', 'each', 'per', 'activities', 'records', 'part', 'limits', 'clause', 'target', 'course', 'mistakes', 'rest'];
/** What is written in lines. */
const inLines: readonly ColumnKey[] = ['target', 'course', 'mistakes', 'rest'];
const english: Readonly<Partial<Record<ColumnKey, string>>> = {
  label: 'Name', english: 'English name', way: 'How it pays', full: 'Full mark', each: 'Mark each time', per: 'Period', activities: 'Activities', records: 'Registers', part: 'Part taken',
  limits: 'Ceilings and floors', clause: 'Clause', target: 'Guidance', course: 'How it is done, a step a line', mistakes: 'Usual mistakes', rest: 'Other words',
};
const options = { way: wayNames.slice(1), part: partNames, per: windowNames } as const;
const SEPARATOR = '、';

/** One part or rule: the fields that its row in the table has. */
export function ItemForm({ text, item, activities, records, onText }: Properties) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [cells, setCells] = useState(item.cells);
  const saving = useWrite(amendSchemeItem);
  const fields = item.cells.way === wayNames[0]?.[1] ? ofPart : ofRule;
  const change = (key: ColumnKey, value: string) => setCells({ ...cells, [key]: value });
  const save = () => saving.mutate({ text, tree: item.tree, id: item.id, cells }, { onSuccess: (done) => { if (done.text !== null) onText(done.text, t.itemSaved(cells.label ?? item.id)); } });
  const title = (key: ColumnKey) => (language === 'zh' ? tableColumns.find((it) => it.key === key)?.title ?? key : english[key] ?? key);
  const named = (names: readonly (readonly [string, string])[]) => [{ value: '', label: '—' }, ...names.map(([id, name]) => ({ value: name, label: language === 'zh' ? name : `${name} ${id}` }))];
  const problems = saving.data?.text === null ? saving.data.problems : [];
  return (
    <form className="scheme-item-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      {fields.map((key) => (
        <label key={key}>
          <span>{title(key)}</span>
          {key === 'way' || key === 'part' || key === 'per' ? <Select aria-label={title(key)} value={cells[key] ?? ''} options={named(options[key])} onChange={(value) => change(key, value)} />
            : key === 'activities' || key === 'records' ? (
              <Select
                mode="multiple" aria-label={title(key)} value={(cells[key] ?? '').split(SEPARATOR).filter((it) => it !== '')} onChange={(chosen) => change(key, chosen.join(SEPARATOR))}
                options={(key === 'activities' ? activities : records).map((it) => ({ value: it, label: it }))}
              />
            ) : inLines.includes(key) ? <Input.TextArea rows={2} className="grows" value={cells[key] ?? ''} onChange={({ target }) => change(key, target.value)} />
              : <Input value={cells[key] ?? ''} onChange={({ target }) => change(key, target.value)} />}
        </label>
      ))}
      <p className="scheme-hint">{t.itemForm}</p>
      {problems.length > 0 ? <div role="alert"><b>{t.itemWrong(problems.length)}</b><ul>{problems.map((it, at) => <li key={at}>{say(it)}</li>)}</ul></div> : null}
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>{t.save}</Button>
    </form>
  );
}
