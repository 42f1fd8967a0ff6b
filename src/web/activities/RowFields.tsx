import { Input, Select } from 'antd';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { Field } from './Field.tsx';
import { type RowDraft, withActivities } from './row-draft.ts';
import { SittingFields } from './TimeBlock.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: { activities: '活动', topic: '主题', contents: '学习内容', lecturer: '主讲', material: '学习材料', optional: '可不填' },
  en: { activities: 'Activities', topic: 'Topic', contents: 'Contents', lecturer: 'Lecturer', material: 'Material', optional: 'optional' },
});

interface Properties {
  readonly words: ActivityWords;
  readonly row: RowDraft;
  readonly onChange: (row: RowDraft) => void;
}

/** Everything that one line of an arrangement says. */
export function RowFields({ words, row, onChange }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const set = (changed: Partial<RowDraft>) => onChange({ ...row, ...changed });
  return (
    <div className="row-fields">
      <Field label={t.activities} wide>
        {(id) => (
          <Select
            id={id} mode="multiple" value={row.activities} showSearch={{ optionFilterProp: 'label' }} maxCount={6}
            options={words.activities.map((it) => ({ value: it.id, label: say(it.label) }))} onChange={(activities) => onChange(withActivities(row, activities, words))}
          />
        )}
      </Field>
      <SittingFields sitting={row} today={null} onChange={set} />
      <Field label={t.topic} wide>{(id) => <Input id={id} value={row.topic} maxLength={200} onChange={(event) => set({ topic: event.target.value })} />}</Field>
      <Field label={t.lecturer} note={t.optional}>{(id) => <Input id={id} value={row.lecturer} maxLength={200} onChange={(event) => set({ lecturer: event.target.value })} />}</Field>
      <Field label={t.contents} note={t.optional}>
        {(id) => <Select id={id} mode="multiple" value={row.contents} options={words.contents.map((it) => ({ value: it.id, label: say(it.label) }))} onChange={(contents) => set({ contents })} />}
      </Field>
      <Field label={t.material} note={t.optional}>{(id) => <Input id={id} value={row.material} maxLength={500} onChange={(event) => set({ material: event.target.value })} />}</Field>
    </div>
  );
}
