import { useEffect, useState } from 'react';
import { keepDraft, keptDraft } from './kept-draft.ts';
import { useWhoAmI } from './session.tsx';

export interface KeptState<T> {
  readonly value: T;
  readonly change: (next: (before: T) => T) => void;
  /** When what is shown was typed, if it was taken up again. */
  readonly since: string | null;
  readonly discard: () => void;
}

/** The state of a form that is none of antd's, kept on the device under the account until it is discarded; it is of one thing in one version. */
export function useKeptState<T>(of: string, begun: () => T): KeptState<T> {
  const { account } = useWhoAmI();
  const place = `zhibu.form.${account}.${of}`;
  const [kept, setKept] = useState(() => keptDraft<T>(localStorage, place));
  const [value, setValue] = useState(() => kept?.value ?? begun());
  const [touched, setTouched] = useState(false);
  // Not where it is changed: two changes of one tap would each keep only their own.
  useEffect(() => { if (touched) keepDraft(localStorage, place, value); }, [touched, place, value]);
  return {
    value, since: kept?.at ?? null,
    change: (next) => {
      setTouched(true);
      setValue(next);
    },
    discard: () => {
      localStorage.removeItem(place);
      setTouched(false);
      setKept(null);
      setValue(begun());
    },
  };
}
