import { useEffect, useRef } from 'react';
import type { Suggestion } from '#domain/schemes/writing/suggestions.ts';
import { useLanguage, useTexts } from '#web/shell/language.tsx';
import { schemeTexts } from './scheme-texts.ts';
import type { OpenSuggestions } from './use-suggestions.ts';

interface Properties {
  readonly id: string;
  readonly open: OpenSuggestions;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** What may be written at the caret, below it; the keys stay with the text. */
export function SuggestionList({ id, open, onTake }: Properties) {
  const t = useTexts(schemeTexts);
  const { language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.children[open.chosen]?.scrollIntoView({ block: 'nearest' }); }, [open.chosen]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={t.suggestions} className="scheme-suggestions" style={{ insetInlineStart: `${open.left}px`, insetBlockStart: `${open.top}px` }}>
      {open.items.map((it, at) => (
        // The text keeps the focus while one chooses with the pointer.
        <li key={it.text} id={`${id}-${at}`} role="option" aria-selected={at === open.chosen} onPointerDown={(event) => { event.preventDefault(); onTake(it); }}>
          <code>{it.text}</code> <span>{(language === 'en' ? it.en : null) ?? it.zh ?? ''}</span>
        </li>
      ))}
    </ul>
  );
}
