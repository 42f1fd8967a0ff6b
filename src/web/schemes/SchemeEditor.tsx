import { memo, type RefObject, useId, useRef } from 'react';
import type { PlacedWords } from '#domain/schemes/contract.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { schemeTexts } from './scheme-texts.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface Properties {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problems: readonly PlacedWords[];
  readonly warnings: readonly PlacedWords[];
  readonly onPlace: (line: number, column: number) => void;
  readonly onLine: (line: number) => void;
}

/**
 * The text of a scheme: a text field, so that whatever a device brings for writing works in it; beside it the numbers of
 * its lines with what the check found, at the caret what may be written there.
 */
export function SchemeEditor({ area, text, onText, problems, warnings, onPlace, onLine }: Properties) {
  const t = useTexts(schemeTexts);
  const field = useId();
  const list = useId();
  const frame = useRef<HTMLDivElement>(null);
  const offer = useSuggestions(area);
  const lines = text.split('\n').length;
  // What stands beside the text moves with it without being drawn anew.
  const follow = (it: HTMLTextAreaElement) => frame.current?.style.setProperty('--scrolled', `${-it.scrollTop}px`);
  const told = (it: HTMLTextAreaElement) => onLine(it.value.slice(0, it.selectionStart).split('\n').length);
  return (
    <div ref={frame} className="scheme-editor">
      <div className="scheme-gutter"><div className="scheme-gutter-inner">
        <Marks items={warnings} kind="warning" onPlace={onPlace} />
        <Marks items={problems} kind="problem" onPlace={onPlace} />
        <LineNumbers count={lines} />
      </div></div>
      <label className="spoken" htmlFor={field}>{t.text}</label>
      <textarea
        id={field} ref={area} value={text} placeholder={t.hint} spellCheck={false} autoComplete="off" autoCapitalize="off" wrap="off" rows={28}
        aria-autocomplete="list" aria-describedby={`${list}-hint`} aria-controls={offer.open ? list : undefined} aria-activedescendant={offer.open ? `${list}-${offer.open.chosen}` : undefined}
        onChange={({ target, nativeEvent }) => { onText(target.value); told(target); offer.afterInput(nativeEvent); }}
        onKeyDown={offer.onKeyDown} onCompositionEnd={offer.afterComposition} onBlur={offer.close} onPointerDown={offer.close}
        onScroll={({ currentTarget }) => { follow(currentTarget); offer.afterScroll(currentTarget); }} onSelect={({ currentTarget }) => told(currentTarget)}
      />
      <span id={`${list}-hint`} className="spoken">{t.editorHint}</span>
      {offer.open ? <SuggestionList id={list} open={offer.open} onTake={offer.take} /> : null}
    </div>
  );
}

const LineNumbers = memo(function LineNumbers({ count }: { readonly count: number }) {
  return <pre aria-hidden="true">{Array.from({ length: count }, (_, at) => at + 1).join('\n')}</pre>;
});

/** A mark in the line of each finding, which says it and leads there. */
function Marks({ items, kind, onPlace }: { readonly items: readonly PlacedWords[]; readonly kind: 'problem' | 'warning'; readonly onPlace: Properties['onPlace'] }) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  return items.map(({ line, column, words }, at) => {
    const said = `${t.place(line, column)}${t.colon}${say(words)}`;
    return (
      <button
        key={`${line}:${column} ${at}`} type="button" tabIndex={-1} className={`scheme-mark ${kind}`} style={{ insetBlockStart: `calc(var(--row) * ${line - 1})` }}
        title={said} aria-label={`${t.mark[kind]} ${said}`} onClick={() => onPlace(line, column)}
      >
        {kind === 'problem' ? '✕' : '!'}
      </button>
    );
  });
}
