import { Button, DatePicker, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { firstOfMonth } from '#domain/calendar/civil-date.ts';
import { adoptScheme, type CheckedText } from '#domain/schemes/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly text: string;
  readonly scheme: NonNullable<CheckedText['scheme']>;
  readonly onDone: (said: string) => void;
}

/** The month from which a sound text is to hold, and the one button that puts it into force. */
export function AdoptForm({ text, scheme, onDone }: Properties) {
  const t = useTexts(schemeTexts);
  const field = useId();
  const [from, setFrom] = useState(scheme.takesEffect);
  const adopting = useWrite(adoptScheme);
  const send = () => adopting.mutate({ text, from }, { onSuccess: ({ version }) => onDone(t.done(version, from)) });
  return (
    <div className="scheme-adopt">
      <label htmlFor={field}>{t.from}</label>
      <DatePicker
        id={field} picker="month" value={dayjs(from)} allowClear={false} inputReadOnly
        onChange={(month) => { if (month) setFrom(firstOfMonth(month.format('YYYY-MM'))); }}
      />
      <Popconfirm title={t.sure(from)} okText={t.adopt} cancelText={t.keep} onConfirm={send}>
        <Button type="primary" loading={adopting.isPending}>{t.adopt}</Button>
      </Popconfirm>
      {from === scheme.takesEffect ? null : <p className="scheme-hint">{t.otherMonth(scheme.takesEffect)}</p>}
      {adopting.error ? <ErrorNote refusal={adopting.error.refusal} placeName={(at) => { const [line, column] = at.split(':'); return t.place(Number(line), Number(column)); }} /> : null}
    </div>
  );
}
