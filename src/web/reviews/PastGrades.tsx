import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { enterPastGrades, type GradeHistory } from '#domain/reviews/branch-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { reviewTexts } from './review-texts.ts';

const texts = defineTexts({
  zh: {
    enter: '补录往年等次', hint: '施行本方案以前的年度，按当年通报填写等次；只有等次、没有分数，依据为该通报。填错的再补录一次，即为修订。没有参加当年考核的支部不填。', year: '年度', on: '通报日期', document: '通报文号', needed: '请填写', some: '至少填写一个支部的等次', save: '保存',
  },
  en: {
    enter: 'Bring grades along', hint: 'Of years before this scheme, as their circular says: grades without a score, resting on that document. Entered again it is a revision. Leave out branches that were not reviewed.', year: 'Year', on: 'Day of the circular', document: 'Its number', needed: 'Fill this in', some: 'Give the grade of one branch at least', save: 'Save',
  },
});

interface Fields {
  readonly year: number;
  readonly on: string;
  readonly document: string;
  readonly grades?: Readonly<Record<string, string | undefined>>;
}

/** 补录往年等次: so that a bureau's branches can be compared with the years before it worked with this. */
export function PastGrades({ of }: { readonly of: GradeHistory }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.enter}</Button>
      <SideForm title={t.enter} open={open} onClose={() => setOpen(false)} wide><PastGradesForm of={of} onDone={() => setOpen(false)} /></SideForm>
    </>
  );
}

function PastGradesForm({ of, onDone }: { readonly of: GradeHistory; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const entering = useWrite(enterPastGrades);
  const [empty, setEmpty] = useState(false);
  const needed = [{ required: true, message: t.needed }];
  const options = of.grades.map(({ id, label }) => ({ value: id, label: say(label) }));
  const send = ({ grades = {}, ...fields }: Fields) => {
    const given = Object.entries(grades).flatMap(([organisation, grade]) => (grade === undefined ? [] : [{ organisation, grade }]));
    setEmpty(given.length === 0);
    if (given.length > 0) entering.mutate({ ...fields, organisation: of.organisation.id, grades: given }, { onSuccess: onDone });
  };
  return (
    <Form<Fields> layout="vertical" onFinish={send} initialValues={{ year: of.entering[0] }}>
      <p className="review-hint">{t.hint}</p>
      <NonClassifiedNotice />
      <Form.Item name="year" label={t.year} rules={needed}><Select options={of.entering.map((year) => ({ value: year, label: String(year) }))} /></Form.Item>
      <Form.Item name="on" label={t.on} rules={needed}><DayField latest={today} /></Form.Item>
      <Form.Item name="document" label={t.document} rules={[{ required: true, min: 2, message: t.needed }]}><Input maxLength={60} /></Form.Item>
      <table className="review-numbers">
        <thead><tr><th scope="col">{words.branch}</th><th scope="col">{words.grade}</th></tr></thead>
        <tbody>{of.branches.map(({ organisation }) => (
          <tr key={organisation.id}><th scope="row">{organisation.name}</th><td><Form.Item name={['grades', organisation.id]} noStyle><Select allowClear options={options} aria-label={organisation.name} className="review-past" /></Form.Item></td></tr>
        ))}</tbody>
      </table>
      {empty ? <p role="alert">{t.some}</p> : null}
      {entering.error ? <Form.Item><ErrorNote refusal={entering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={entering.isPending}>{t.save}</Button>
    </Form>
  );
}
