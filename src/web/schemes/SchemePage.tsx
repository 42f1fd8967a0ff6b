import { useCallback, useRef, useState } from 'react';
import { checkScheme, readSchemes, type CheckedText } from '#domain/schemes/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { AdoptForm } from './AdoptForm.tsx';
import { CheckResult } from './CheckResult.tsx';
import { useKeptText } from './kept-text.ts';
import { SchemeItems } from './SchemeItems.tsx';
import { schemeTexts } from './scheme-texts.ts';
import { SchemeText } from './SchemeText.tsx';
import { offsetOf } from './text-place.ts';
import { TryForm } from './TryForm.tsx';
import { VersionList } from './VersionList.tsx';
import './schemes.css';

const LINES_ABOVE = 5;

/** 考核方案: a text on one side, what is wrong with it or what it says on the other; below, the versions in force. */
export function SchemePage() {
  const t = useTexts(schemeTexts);
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKeptText();
  const [checked, setChecked] = useState<{ readonly text: string; readonly result: CheckedText } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const versions = useCall(readSchemes, {});
  const checking = useWrite(checkScheme);
  const checkText = (said: string) => checking.mutate({ text: said }, { onSuccess: (result) => setChecked({ text: said, result }) });
  const check = () => {
    setDone(null);
    checkText(text);
  };
  const goTo = useCallback((line: number, column: number) => {
    const field = area.current;
    if (!field) return;
    const at = offsetOf(field.value, line, column);
    field.focus();
    field.setSelectionRange(at, at);
    // A browser puts the caret there without showing it; lines do not wrap, so each is as high as the next.
    field.scrollTop = field.scrollHeight * ((line - LINES_ABOVE) / field.value.split('\n').length);
  }, []);
  const show = useCallback((found: string) => {
    setText(found);
    area.current?.focus();
  }, [setText]);
  const fresh = checked?.text === text ? checked.result : null;
  return (
    <div className="scheme-page">
      <PageHeader title={t.title} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <div className="scheme-desk">
        <SchemeText area={area} text={text} onText={setText} onSaid={setDone} checking={checking.isPending} onCheck={check} />
        <section className="scheme-result" aria-live="polite">
          {checking.error ? <ErrorNote refusal={checking.error.refusal} /> : null}
          <CheckResult result={checked?.result ?? null} stale={checked !== null && fresh === null} onPlace={goTo} />
          {fresh?.scheme && versions.data?.mayTry ? <TryForm text={text} /> : null}
          {fresh?.scheme && versions.data?.mayAdopt ? (
            <AdoptForm key={fresh.scheme.takesEffect} text={text} scheme={fresh.scheme} onDone={(said) => { setDone(said); setChecked(null); window.scrollTo({ top: 0 }); }} />
          ) : null}
          {fresh?.scheme && versions.data && !versions.data.mayAdopt ? <p className="scheme-hint">{t.mayNot}</p> : null}
        </section>
      </div>
      {fresh?.scheme ? <SchemeItems text={text} onText={(next, said) => { setText(next); setDone(said); checkText(next); }} /> : null}
      {versions.error ? <ErrorNote refusal={versions.error.refusal} onRetry={() => void versions.refetch()} /> : null}
      <VersionList items={versions.data?.items} replaces={text !== ''} onOpen={show} />
    </div>
  );
}
