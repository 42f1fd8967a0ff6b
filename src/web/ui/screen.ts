import { useSyncExternalStore } from 'react';

/** Below this width, and never on paper, the frame is a phone's: one column, bottom bar, cards instead of tables. */
const desk = 'print, (min-width: 992px)';

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(desk);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export const usePhone = (): boolean => !useSyncExternalStore(subscribe, () => matchMedia(desk).matches);
