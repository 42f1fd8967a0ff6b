import { Input } from 'antd';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { whenOf } from './begun-with.ts';
import { Chips } from './Chips.tsx';
import { Field } from './Field.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';

const texts = defineTexts({
  zh: {
    title: '活动', kind: '活动类型', contents: '学习内容', topic: '主题', topicHint: '如：学习二十届四中全会精神', material: '学习材料', optional: '可不填',
    several: (count: number) => `同属 ${count} 类活动，各项要求分别完成，出勤和积分只计一次。`,
  },
  en: {
    title: 'Activity', kind: 'Kind of activity', contents: 'Study contents', topic: 'Topic', topicHint: 'Such as: the plenary session’s documents', material: 'Material', optional: 'optional',
    several: (count: number) => `It is ${count} activities at once: each requirement is met, attendance and points count once.`,
  },
});

interface Properties {
  readonly words: ActivityWords;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly today: string;
  readonly usualPlace: string;
}

/** What it was. Choosing the activity also proposes when, as the scheme has it. */
export function ActivityBlock({ words, draft, change, today, usualPlace }: Properties) {
  const t = useTexts(texts);
  const choose = (activities: string[]) => change((before) => {
    const first = words.activities.find(({ id }) => id === activities[0]);
    if (before.sittings.length > 0 || !first) return { activities };
    return { activities, ...whenOf(first, today, usualPlace) };
  });
  return (
    <Section title={t.title}>
      <Chips label={t.kind} choices={words.activities} chosen={draft.activities} onChange={choose} />
      {draft.activities.length > 1 ? <p className="activity-hint">{t.several(draft.activities.length)}</p> : null}
      <div className="fields">
        <Field label={t.topic} wide>
          {(id) => <Input id={id} value={draft.topic} maxLength={200} placeholder={t.topicHint} onChange={(event) => change({ topic: event.target.value })} />}
        </Field>
        <Field label={t.contents} note={t.optional}>
          {() => <Chips label={t.contents} choices={words.contents} chosen={draft.contents} onChange={(contents) => change({ contents })} />}
        </Field>
        <Field label={t.material} note={t.optional}>
          {(id) => <Input id={id} value={draft.material} maxLength={500} onChange={(event) => change({ material: event.target.value })} />}
        </Field>
      </div>
    </Section>
  );
}
