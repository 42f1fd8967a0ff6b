import { Button, Popconfirm } from 'antd';
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
  const adopting = useWrite(adoptScheme);
  const send = () => adopting.mutate({ text, from }, { onSuccess: ({ version }) => onDone(t.done(version, from)) });
  return (
    <div className="scheme-adopt">
      <span>{t.from} <b><DateText day={from} /></b></span>
      <Popconfirm title={t.sure(from)} okText={t.adopt} cancelText={t.keep} onConfirm={send}>
        <Button type="primary" loading={adopting.isPending}>{t.adopt}</Button>
      </Popconfirm>
      <p className="scheme-hint">{t.otherMonth}</p>
      {adopting.error ? <ErrorNote refusal={adopting.error.refusal} placeName={(at) => { const [line, column] = at.split(':'); return t.place(Number(line), Number(column)); }} /> : null}
    </div>
  );
}
