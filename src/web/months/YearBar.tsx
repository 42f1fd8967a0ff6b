import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { closeYear, type Months } from '#domain/months/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { ReopenForm } from './ReopenForm.tsx';

const texts = defineTexts({
  zh: {
    year: (year: number) => `${year}年度`, final: (on: string, by: string) => `${on} ${by}终审，不再录入或修改。`, reopened: (on: string, by: string, reason: string) => `${on} ${by}解锁：${reason}`,
    close: '年度终审', reopen: '解锁', keep: '取消', sure: '终审后该年度不能再录入或修改。', done: '年度已终审。', undone: '年度已解锁。', nobody: '公用账号',
  },
  en: {
    year: (year) => `Year ${year}`, final: (on, by) => `Made final on ${on} by ${by}; nothing is entered or amended any more.`, reopened: (on, by, reason) => `Reopened on ${on} by ${by}: ${reason}`,
    close: 'Make the year final', reopen: 'Reopen', keep: 'Keep it', sure: 'Nothing of the year can be entered or amended afterwards.', done: 'The year is final.', undone: 'The year is open again.', nobody: 'an office account',
  },
});

interface Properties {
  readonly of: Months;
  readonly today: string;
  readonly onDone: (said: string) => void;
}

/** Whether the year is final; it can become so once all its months are locked. */
export function YearBar({ of, today, onDone }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const closing = useWrite(closeYear);
  const [reopening, setReopening] = useState(false);
  const { yearClosing: it } = of;
  const isFinal = it?.stage === 'closed';
  const mayClose = of.may.reopen && !isFinal && of.year < Number(today.slice(0, 4));
  if (it === null && !mayClose) return null;
  const by = it?.by ?? t.nobody;
  const send = () => closing.mutate({ organisation: of.organisation.id, year: of.year }, { onSuccess: () => onDone(t.done) });
  return (
    <section className="months-year">
      <h2>{t.year(of.year)} {isFinal ? <StatusTag status="final" /> : null}</h2>
      {it === null ? null : <p>{isFinal ? t.final(dayText(it.on, language), by) : t.reopened(dayText(it.on, language), by, it.reason)}</p>}
      {mayClose ? <Popconfirm title={t.sure} okText={t.close} cancelText={t.keep} onConfirm={send}><Button loading={closing.isPending}>{t.close}</Button></Popconfirm> : null}
      {isFinal && of.may.reopen ? <Button onClick={() => setReopening(true)}>{t.reopen}</Button> : null}
      {closing.error ? <ErrorNote refusal={closing.error.refusal} /> : null}
      <SideForm title={t.reopen} open={reopening} onClose={() => setReopening(false)}>
        {it === null ? null : <ReopenForm closing={it} onDone={() => { setReopening(false); onDone(t.undone); }} />}
      </SideForm>
    </section>
  );
}
