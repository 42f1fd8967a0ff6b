import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerComplaint, type ComplaintLine } from '#domain/complaints/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useEveryPage } from '#web/shell/offered-pages.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';

const texts = defineTexts({
  zh: {
    complaint: '投诉', suggestion: '建议', filed: (by: string, on: string) => `${by} ${on} 提出`, due: (day: string) => `答复时限 ${day}`, page: (page: string) => `在“${page}”页`,
    answer: '答复', answered: (at: string) => `党务办 ${at} 答复`, send: '提交答复', missing: '请填写答复', cancel: '取消',
  },
  en: {
    complaint: 'Complaint', suggestion: 'Suggestion', filed: (by, on) => `${by}, ${on}`, due: (day) => `to be answered by ${day}`, page: (page) => `on “${page}”`,
    answer: 'Answer', answered: (at) => `The office, ${at}`, send: 'Send the answer', missing: 'Write an answer', cancel: 'Cancel',
  },
});

/** What somebody wrote, with its clock until there is an answer. */
export function ComplaintCard({ of, onAnswered }: { readonly of: ComplaintLine; readonly onAnswered: () => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const page = useEveryPage().find((it) => it.path === of.page);
  const pageName = page ? say(page.title) : of.page;
  const [answering, setAnswering] = useState(false);
  const status = of.answer ? 'done' : of.overdue ? 'overdue' : 'toDo';
  return (
    <li className="complaint">
      <p className="complaint-head"><b>{t[of.kind]}</b> <StatusTag status={status} /> <span className="faint">{[t.filed(of.from, of.filedOn), ...(of.answer ? [] : [t.due(of.due)]), ...(of.page === '' ? [] : [t.page(pageName)])].join(' · ')}</span></p>
      <p className="complaint-text">{of.text}</p>
      {of.answer ? <div className="complaint-answer"><p className="faint">{t.answered(minuteText(of.answer.at))}</p><p className="complaint-text">{of.answer.text}</p></div> : null}
      {of.mayAnswer && !answering ? <Button size="small" onClick={() => setAnswering(true)}>{t.answer}</Button> : null}
      {of.mayAnswer && answering ? <AnswerForm complaint={of.id} onDone={onAnswered} onCancel={() => setAnswering(false)} /> : null}
    </li>
  );
}

function AnswerForm({ complaint, onDone, onCancel }: { readonly complaint: string; readonly onDone: () => void; readonly onCancel: () => void }) {
  const t = useTexts(texts);
  const answering = useWrite(answerComplaint);
  return (
    <KeptForm<{ text: string }> of={`complaint ${complaint}`} tabOnly layout="vertical" requiredMark={false} onFinish={({ text }) => answering.mutate({ complaint, text }, { onSuccess: onDone })}>
      <NonClassifiedNotice />
      <Form.Item name="text" label={t.answer} rules={[{ required: true, whitespace: true, message: t.missing }]}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      {answering.error ? <Form.Item><ErrorNote refusal={answering.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={answering.isPending}>{t.send}</Button> <Button onClick={onCancel}>{t.cancel}</Button>
    </KeptForm>
  );
}
