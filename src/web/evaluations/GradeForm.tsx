import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { gradeMembers, type MemberReviewView } from '#domain/evaluations/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { type Given, GradeRows } from './GradeRows.tsx';

const texts = defineTexts({
  zh: {
    day: '支委会日期', minutes: '会议记录编号', minutesHint: '如：支委会〔2026〕12号', deciders: '参加评定的委员', decidersHint: '评定本人等次时，该委员回避。', needed: '请填写', save: '保存评定结果',
    places: (grade: string, among: number, places: number, now: number) => `参评 ${among} 人，“${grade}”不超过 ${places} 人，现为 ${now} 人。`,
  },
  en: {
    day: 'Day of the meeting', minutes: 'Number of the minutes', minutesHint: 'Such as: Committee [2026] No. 12', deciders: 'Who decided', decidersHint: 'Each of them abstains from his own grade.', needed: 'Fill this in', save: 'Save the grades',
    places: (grade, among, places, now) => `${among} are evaluated: at most ${places} “${grade}”, now ${now}.`,
  },
});

interface Fields {
  readonly day: string;
  readonly minutes: string;
  readonly deciders: string[];
}

interface Properties {
  readonly of: MemberReviewView;
  readonly onDone: () => void;
}

/** 组织评定: everybody stands at what is proposed; where the committee decided otherwise, the row asks for the reason. */
export function GradeForm({ of, onDone }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const grading = useWrite(gradeMembers);
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(() => asTheyStand(of));
  const send = ({ day, minutes, deciders }: Fields) => {
    const grades = Object.entries(given).flatMap(([person, { grade, reason, talkedOn }]) => (grade === null ? [] : [{ person, grade, reason: reason.trim(), talkedOn }]));
    grading.mutate({ review: of.review ?? '', version: of.version ?? 0, day, minutes, deciders, grades }, { onSuccess: onDone });
  };
  const needed = [{ required: true, message: t.needed }];
  const count = (grade: string) => Object.values(given).filter((one) => one.grade === grade).length;
  return (
    <Form<Fields>
      layout="vertical" onFinish={send}
      initialValues={{ day: of.gradedOn ?? today, minutes: of.minutes, deciders: of.deciders.map(({ id }) => id) }}
    >
      <NonClassifiedNotice />
      <div className="evaluation-row">
        <Form.Item name="day" label={t.day} rules={needed}><DayField latest={today} /></Form.Item>
        <Form.Item name="minutes" label={t.minutes} rules={[{ required: true, min: 2, message: t.needed }]}><Input maxLength={100} placeholder={t.minutesHint} /></Form.Item>
      </div>
      <Form.Item name="deciders" label={t.deciders} extra={t.decidersHint} rules={needed}>
        <PersonsField many people={of.candidates} />
      </Form.Item>
      {of.grades.map((grade) => (grade.places === null ? null : <Places key={grade.id} of={of} grade={grade.id} now={count(grade.id)} />))}
      <GradeRows of={of} given={given} onGive={(person, change) => setGiven((before) => ({ ...before, [person]: { ...(before[person] ?? nothing), ...change } }))} />
      {grading.error ? <Form.Item><ErrorNote refusal={grading.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={grading.isPending}>{t.save}</Button>
    </Form>
  );
}

const nothing: Given = { grade: null, reason: '', talkedOn: null };

const asTheyStand = (of: MemberReviewView): Record<string, Given> => Object.fromEntries(of.members.filter(({ exempt }) => exempt === null)
  .map(({ person, grade, proposed, reason, talkedOn }) => [person.id, { grade: grade ?? proposed, reason, talkedOn }]));

/** How many places a grade has, and how many of them are given just now. */
function Places({ of, grade: id, now }: { readonly of: MemberReviewView; readonly grade: string; readonly now: number }) {
  const t = useTexts(texts);
  const grade = of.grades.find((one) => one.id === id);
  if (!grade || grade.places === null) return null;
  return <p className={now > grade.places ? 'evaluation-over' : 'evaluation-hint'} role="status">{t.places(grade.label.zh, of.taking, grade.places, now)}</p>;
}
