import { useCallback, useRef, useState } from 'react';
import { checkScheme, readSchemes } from '#domain/schemes/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { AdoptForm } from './AdoptForm.tsx';
import { CheckResult } from './CheckResult.tsx';
import { useKeptText } from './kept-text.ts';
import { RuleAtCaret } from './RuleAtCaret.tsx';
import { SchemeItems } from './SchemeItems.tsx';
import { schemeTexts } from './scheme-texts.ts';
import { SchemeText } from './SchemeText.tsx';
import { offsetOf } from './text-place.ts';
import { TryForm } from './TryForm.tsx';
import { useSchemeInForce } from './use-scheme-in-force.ts';
import { useSettled } from './use-settled.ts';
import { VersionList } from './VersionList.tsx';
import './schemes.css';

const LINES_ABOVE = 5;
/** Long enough not to check in the middle of a word. */
const CHECK_AFTER_MS = 900;

/** 考核方案: the text in force or one's own draft on one side, what is wrong with it or what it says on the other; below, the versions. */
export function SchemePage() {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKeptText();
  const [settled, settle] = useSettled(text, CHECK_AFTER_MS);
  const [line, setLine] = useState(1);
  const [done, setDone] = useState<string | null>(null);
  const versions = useCall(readSchemes, {});
  const { items = [], mayAdopt = false, mayTry = false, openFrom = '' } = versions.data ?? {};
  const take = useCallback((found: string) => { setText(found); settle(found); }, [setText, settle]);
  const inForce = useSchemeInForce(versions.data?.items, text, take);
  const checking = useCall(checkScheme, { text: settled }, { enabled: settled.trim() !== '', keep: true });
  const result = text.trim() === '' ? null : checking.data ?? null;
  const fresh = text === settled && !checking.isPlaceholderData ? result : null;
  const goTo = useCallback((at: number, column: number) => {
    const field = area.current;
    if (!field) return;
    const offset = offsetOf(field.value, at, column);
    field.focus();
    field.setSelectionRange(offset, offset);
    // A browser puts the caret there without showing it; lines do not wrap, so each is as high as the next.
    field.scrollTop = field.scrollHeight * ((at - LINES_ABOVE) / field.value.split('\n').length);
  }, []);
  const show = useCallback((found: string) => { take(found); area.current?.focus(); }, [take]);
  const adopted = (said: string, hash: string) => { setDone(said); inForce.open(hash); window.scrollTo({ top: 0 }); };
  const current = items.find((it) => it.current);
  return (
    <div className="scheme-page">
      <PageHeader title={t.title} beside={current ? <span className="page-aside">{t.inForce(t.of(say(current.label), current.version), current.from)}</span> : undefined} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <NonClassifiedNotice />
      <div className="scheme-desk">
        <SchemeText
          area={area} text={text} coming={inForce.coming} onText={setText} onSaid={setDone} onLine={setLine} checking={checking.isFetching} result={fresh} onPlace={goTo}
          onCheck={() => { setDone(null); settle(text); }}
        />
        <section className="scheme-result" aria-live="polite">
          {checking.error ? <ErrorNote refusal={checking.error.refusal} /> : null}
          {fresh?.scheme ? <RuleAtCaret text={text} line={line} /> : null}
          <CheckResult result={result} stale={result !== null && fresh === null} onPlace={goTo} />
          {fresh?.scheme && mayTry ? <TryForm text={text} /> : null}
          {fresh?.scheme && mayAdopt ? (
            <AdoptForm key={`${fresh.scheme.takesEffect} ${fresh.scheme.version} ${items.length}`} text={text} scheme={fresh.scheme} adopted={items} openFrom={openFrom} onDone={adopted} />
          ) : null}
          {fresh?.scheme && versions.data && !mayAdopt ? <p className="scheme-hint">{t.mayNot}</p> : null}
        </section>
      </div>
      {fresh?.scheme ? <SchemeItems text={text} onText={(next, said) => { take(next); setDone(said); }} /> : null}
      {versions.error ? <ErrorNote refusal={versions.error.refusal} onRetry={() => void versions.refetch()} /> : null}
      <VersionList items={versions.data?.items} replaces={text !== ''} onOpen={show} />
    </div>
  );
}
