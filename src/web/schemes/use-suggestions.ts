import { type CompositionEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { isFields } from '#domain/schemes/format/raw-value.ts';
import { schemeJsonSchema } from '#domain/schemes/format/json-schema.ts';
import type { Shape } from '#domain/schemes/writing/format-at.ts';
import { type Suggestion, type Suggestions, suggestionsAt } from '#domain/schemes/writing/suggestions.ts';
import { placeOfCaret } from './place-of-caret.ts';

export interface OpenSuggestions extends Suggestions {
  readonly chosen: number;
  /** Below the caret, from the corner of the field. */
  readonly left: number;
  readonly top: number;
}

let known: Shape | null = null;
/** Made when somebody first asks. */
function format(): Shape {
  const made: unknown = known ?? schemeJsonSchema();
  known = isFields(made) ? made : {};
  return known;
}

/** What is offered at the caret of a text field, and the keys that choose: nothing of it while an input method is at work. */
export function useSuggestions(area: RefObject<HTMLTextAreaElement | null>) {
  const [open, setOpen] = useState<OpenSuggestions | null>(null);
  const close = () => setOpen(null);
  const ask = (unasked: boolean) => {
    const field = area.current;
    if (!field || field.selectionStart !== field.selectionEnd) return close();
    const found = suggestionsAt(format(), field.value, field.selectionStart);
    const written = field.value.slice(found.from, found.to);
    // Who has not asked is not interrupted before the first letter, nor when the word stands there already.
    const idle = unasked && (written === '' || found.items.some(({ text }) => text === written));
    return setOpen(found.items.length === 0 || idle ? null : { ...found, chosen: 0, ...placeOfCaret(field, found.from) });
  };
  const take = (it: Suggestion) => {
    const field = area.current;
    if (!field || !open) return;
    close();
    const isNewWord = it.kind === 'word' && !/^\s*:/.test(field.value.slice(open.to));
    write(field, open, isNewWord ? `${it.text}: ` : it.text);
    // After a word of the format its answers come next.
    if (isNewWord) ask(false);
  };
  const move = (by: number) => open && setOpen({ ...open, chosen: (open.chosen + by + open.items.length) % open.items.length });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = open?.items[open.chosen];
    const answer = event.ctrlKey && event.code === 'Space' ? () => ask(false)
      : chosen === undefined ? undefined
        : { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => take(chosen), Tab: () => take(chosen), Escape: close }[event.key];
    if (answer) {
      event.preventDefault();
      answer();
    } else if (/^(?:Arrow|Home|End|Page)/.test(event.key)) close();
  };
  return {
    open, close, take, onKeyDown,
    // Writing at the edge moves the text; the list stays at its word as long as that is in sight.
    afterScroll: (field: HTMLTextAreaElement) => setOpen((was) => was && along(field, was)),
    afterInput: (event: Event) => {
      if (!(event instanceof InputEvent) || event.isComposing) return;
      if (event.inputType === 'insertText' || (open && event.inputType.startsWith('delete'))) ask(true);
      else close();
    },
    afterComposition: (_: CompositionEvent) => ask(true),
  };
}

function along(field: HTMLTextAreaElement, open: OpenSuggestions): OpenSuggestions | null {
  const place = placeOfCaret(field, open.from);
  return place.top > field.offsetTop && place.top <= field.offsetTop + field.clientHeight ? { ...open, ...place } : null;
}

/** Written as if it had been typed, so that it can be undone. */
function write(field: HTMLTextAreaElement, { from, to }: Suggestions, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, text);
}
