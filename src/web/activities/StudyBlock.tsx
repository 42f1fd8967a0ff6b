import { Select } from 'antd';
import type { StudyChoice } from '#domain/activities/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Field } from './Field.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';

const texts = defineTexts({
  zh: { title: '课程和党课', course: (title: string, lessons: number) => `${title}（共 ${lessons} 讲）`, lesson: (at: number) => `第 ${at} 讲`, lectures: '选听的党课', optional: '学了才选，可不填', choose: '选择学了哪几讲', listen: '选择听了哪堂党课' },
  en: { title: 'Courses and lectures', course: (title, lessons) => `${title} (${lessons} lessons)`, lesson: (at) => `Lesson ${at}`, lectures: 'Lectures heard', optional: 'only what was studied', choose: 'Choose the lessons', listen: 'Choose the lectures' },
});

type Studied = NonNullable<Draft['studied']>;

interface Properties {
  readonly studies: readonly StudyChoice[];
  readonly draft: Draft;
  readonly change: ChangeDraft;
}

/** Which lessons of a course, and which lectures of other branches, were taken up; absent where the office offers none. */
export function StudyBlock({ studies, draft, change }: Properties) {
  const t = useTexts(texts);
  const studied = draft.studied ?? [];
  const { today } = useWhoAmI();
  const day = draft.sittings[0]?.day || today;
  const runs = (it: StudyChoice) => studied.some(({ of }) => of === it.of) || (it.from <= day && (it.until === null || day <= it.until));
  const courses = studies.filter((it) => it.lessons !== null && runs(it));
  const lectures = studies.filter((it) => it.lessons === null && runs(it));
  if (courses.length + lectures.length === 0) return null;
  const keep = (others: (it: Studied[number]) => boolean, chosen: Studied) => change((before) => ({ studied: [...(before.studied ?? []).filter(others), ...chosen] }));
  return (
    <Section title={t.title}>
      <div className="fields">
        {courses.map(({ of, title, lessons }) => (
          <Field key={of} label={t.course(title, lessons ?? 0)} note={t.optional} wide>
            {(id) => (
              <Select
                id={id} mode="multiple" className="study-choice" placeholder={t.choose} showSearch={{ optionFilterProp: 'label' }}
                value={studied.flatMap((it) => (it.of === of ? it.lesson ?? [] : []))} options={Array.from({ length: lessons ?? 0 }, (_, at) => ({ value: at + 1, label: t.lesson(at + 1) }))}
                onChange={(chosen: number[]) => keep((it) => it.of !== of, chosen.toSorted((left, right) => left - right).map((lesson) => ({ of, lesson })))}
              />
            )}
          </Field>
        ))}
        {lectures.length === 0 ? null : (
          <Field label={t.lectures} note={t.optional} wide>
            {(id) => (
              <Select
                id={id} mode="multiple" className="study-choice" placeholder={t.listen} showSearch={{ optionFilterProp: 'label' }}
                value={studied.flatMap((it) => (it.lesson === null ? it.of : []))} options={lectures.map(({ of, title, by, from }) => ({ value: of, label: `${title}　${by} ${from}` }))}
                onChange={(chosen: string[]) => keep((it) => it.lesson !== null, chosen.map((of) => ({ of, lesson: null })))}
              />
            )}
          </Field>
        )}
      </div>
    </Section>
  );
}
