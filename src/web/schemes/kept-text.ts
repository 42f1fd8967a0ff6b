import { useCallback, useState } from 'react';

const PLACE = 'zhibu.scheme.text';

/** The text one works on stays in this tab while one looks at a trial, and goes when the tab is closed. */
export function useKeptText(): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(PLACE) ?? '');
  const keep = useCallback((next: string) => {
    setText(next);
    if (next === '') sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, next);
  }, []);
  return [text, keep];
}
