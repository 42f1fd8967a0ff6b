import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { tryScheme } from '#domain/points/trial-contract.ts';
import { paths } from '#web/paths.ts';
import { useWrite } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { trialTexts } from './trial-texts.ts';

const YEARS_OFFERED = 3;

/** A sound text can be tried on a year of the bureau's own records. */
export function TryForm({ text }: { readonly text: string }) {
  const t = useTexts(trialTexts);
  const now = Number(useWhoAmI().today.slice(0, 4));
  const [year, setYear] = useState(now);
  const navigate = useNavigate();
  const trying = useWrite(tryScheme);
  const send = () => trying.mutate({ text, year }, { onSuccess: ({ id }) => void navigate({ to: paths.schemeTrial(id) }) });
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => ({ value: now - back, label: t.year(now - back) }));
  return (
    <div className="scheme-try">
      <label className="scheme-year">{t.choose} <Select value={year} options={years} onChange={setYear} aria-label={t.choose} /></label>
      <Button loading={trying.isPending} onClick={send}>{t.trial}</Button>
      <p className="scheme-hint">{t.only}</p>
      {trying.error ? <ErrorNote refusal={trying.error.refusal} /> : null}
    </div>
  );
}
