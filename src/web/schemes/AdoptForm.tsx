import { Button, Checkbox, Input, InputNumber, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { adoptScheme, type AdoptedVersion, type CheckedText } from '#domain/schemes/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { monthsOfForce, nextVersion } from './adoption.ts';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly text: string;
  readonly scheme: NonNullable<CheckedText['scheme']>;
  readonly adopted: readonly AdoptedVersion[];
  /** The first month that can still be chosen. */
  readonly openFrom: string;
  readonly onDone: (said: string, hash: string) => void;
}

/** What the decision says of a sound text – from when, under which number, as 试行 or not – and the one button that puts it into force. */
export function AdoptForm({ text, scheme, adopted, openFrom, onDone }: Properties) {
  const t = useTexts(schemeTexts);
  const { today } = useWhoAmI();
  const months = monthsOfForce(openFrom, adopted, today, scheme.takesEffect);
  const [from, setFrom] = useState(months.chosen);
  const [version, setVersion] = useState(nextVersion(scheme, adopted));
  const [document, setDocument] = useState(adopted.some((it) => it.document === scheme.document) ? '' : scheme.document ?? '');
  const [tentative, setTentative] = useState(scheme.tentative);
  const adopting = useWrite(adoptScheme);
  const number = document.trim();
  const send = () => adopting.mutate(
    { text, from, version, tentative, document: number === '' ? null : number }, { onSuccess: (done) => onDone(t.done(done.version, from), done.hash) },
  );
  return (
    <section className="scheme-adopt" aria-label={t.adoptTitle}>
      <h3>{t.adoptTitle}</h3>
      <label><span>{t.from}</span> <Select value={from} onChange={setFrom} aria-label={t.from} options={months.offered.map((day) => ({ value: day, label: day }))} /></label>
      <label><span>{t.number}</span> <InputNumber value={version} min={1} max={9999} precision={0} onChange={(value) => setVersion(value ?? 1)} /></label>
      <label><span>{t.documentTitle}</span> <Input value={document} maxLength={200} placeholder={t.documentHint} onChange={({ target }) => setDocument(target.value)} /></label>
      <Checkbox checked={tentative} onChange={({ target }) => setTentative(target.checked)}>{t.tentative}</Checkbox>
      <p className="scheme-hint">{t.writtenIn}</p>
      <Popconfirm title={t.sure(from)} description={number === '' ? t.documentOpen : undefined} okText={t.adopt} cancelText={t.keep} onConfirm={send}>
        <Button type="primary" loading={adopting.isPending}>{t.adopt}</Button>
      </Popconfirm>
      {adopting.error ? <ErrorNote refusal={adopting.error.refusal} placeName={(at) => { const [line, column] = at.split(':'); return t.place(Number(line), Number(column)); }} /> : null}
    </section>
  );
}
