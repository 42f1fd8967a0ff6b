import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { adoptScheme, type CheckedText } from '#domain/schemes/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly text: string;
  readonly scheme: NonNullable<CheckedText['scheme']>;
  readonly onDone: (said: string) => void;
}

/** The day from which a sound text holds, as the text says it, and the one button that puts it into force. */
export function AdoptForm({ text, scheme, onDone }: Properties) {
  const t = useTexts(schemeTexts);
  const from = scheme.takesEffect;
  const [document, setDocument] = useState(scheme.document ?? '');
  const adopting = useWrite(adoptScheme);
  const number = document.trim();
  const send = () => adopting.mutate({ text, from, ...(number === '' ? {} : { document: number }) }, { onSuccess: ({ version }) => onDone(t.done(version, from)) });
  return (
    <div className="scheme-adopt">
      <span>{t.from} <b><DateText day={from} /></b></span>
      <label className="scheme-year">{t.documentTitle} <Input value={document} maxLength={200} placeholder={t.documentHint} onChange={({ target }) => setDocument(target.value)} /></label>
      <Popconfirm title={t.sure(from)} okText={t.adopt} cancelText={t.keep} onConfirm={send}>
        <Button type="primary" loading={adopting.isPending}>{t.adopt}</Button>
      </Popconfirm>
      <p className="scheme-hint">{t.otherMonth}</p>
      {adopting.error ? <ErrorNote refusal={adopting.error.refusal} placeName={(at) => { const [line, column] = at.split(':'); return t.place(Number(line), Number(column)); }} /> : null}
    </div>
  );
}
