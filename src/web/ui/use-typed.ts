import { useEffect, useRef, useState } from 'react';

interface Typed {
  readonly typed: string;
  readonly settle: (text: string) => void;
  /** For the element around the field. */
  readonly composition: {
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: { readonly target: EventTarget }) => void;
  };
}

/** What was typed once the typing has rested for a while, and never letters of an input method that are not chosen yet. */
export function useTyped(restMs: number): Typed {
  const [typed, setTyped] = useState('');
  const composing = useRef(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const settle = (text: string): void => {
    clearTimeout(rest.current);
    if (composing.current) return;
    if (text === '' || restMs === 0) setTyped(text.trim());
    else rest.current = setTimeout(() => setTyped(text.trim()), restMs);
  };
  return {
    typed, settle,
    composition: {
      onCompositionStart: () => { composing.current = true; },
      onCompositionEnd: ({ target }) => { composing.current = false; settle(target instanceof HTMLInputElement ? target.value : ''); },
    },
  };
}
