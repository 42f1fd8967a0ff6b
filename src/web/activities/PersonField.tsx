import { Select } from 'antd';
import { useState } from 'react';
import { findPersons, type RecordForm } from '#domain/activities/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts } from '#web/shell/language.tsx';
import { useTyped } from '#web/ui/use-typed.ts';

const texts = defineTexts({
  zh: { none: '没有找到；不在册的人员请填入文字栏', find: '输入姓名、编号或拼音查找' },
  en: { none: 'Nobody found; write people from outside into the text field', find: 'Name, number or pinyin' },
});

interface Properties {
  readonly id: string;
  readonly organisation: string;
  /** Members, and whoever is named in the record already. */
  readonly persons: RecordForm['persons'];
  readonly value: readonly string[];
  readonly many: boolean;
  readonly onChange: (persons: string[]) => void;
}

/** The server is asked when the typing has come to a rest. */
const REST_MS = 250;

/** One or several persons: members at once, anybody else on the roster by name, number or pinyin. */
export function PersonField({ id, organisation, persons, value, many, onChange }: Properties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const { typed, settle, composition } = useTyped(REST_MS);
  const found = useCall(findPersons, { organisation, q: typed || '-' }, { enabled: typed.length > 0, keep: true });
  const [met, setMet] = useState<readonly { value: string; label: string }[]>([]);
  // What the server found by pinyin is offered for what was typed, members among it.
  const byPinyin = new Set(typed === '' ? [] : found.data?.items.map((it) => it.id));
  const members = persons.map((it) => ({ value: it.id, label: it.name, find: `${it.name} ${it.number} ${byPinyin.has(it.id) ? typed : ''}` }));
  const others = (typed === '' ? [] : found.data?.items ?? []).filter((it) => !members.some((member) => member.value === it.id))
    .map((it) => ({ value: it.id, label: it.home === null ? it.name : it.name + marks.aside(it.home), find: typed }));
  const options = [...members, ...others, ...met.filter((it) => !members.some(({ value: known }) => known === it.value) && !others.some(({ value: known }) => known === it.value)).map((it) => ({ ...it, find: '' }))];
  const choose = (chosen: readonly string[]) => {
    setMet([...met, ...options.filter((it) => chosen.includes(it.value)).map(({ value: known, label }) => ({ value: known, label }))]);
    settle('');
    onChange([...chosen]);
  };
  const shared = {
    id, options, showSearch: { optionFilterProp: 'find', onSearch: settle }, notFoundContent: typed === '' ? t.find : t.none, className: 'person-field',
  } as const;
  return (
    <div {...composition}>
      {many
        ? <Select mode="multiple" {...shared} value={[...value]} onChange={choose} />
        : <Select allowClear {...shared} value={value[0] ?? null} onChange={(chosen: string | null) => choose(chosen ? [chosen] : [])} />}
    </div>
  );
}
