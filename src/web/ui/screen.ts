import { useSyncExternalStore } from 'react';

/** Below this width, and never on paper, the frame is a phone's: one column, bottom bar, cards instead of tables. */
const desk = mediaQuery('print, (min-width: 992px)');
const darkSystem = mediaQuery('(prefers-color-scheme: dark)');
const paper = mediaQuery('print');
const still = mediaQuery('(prefers-reduced-motion: reduce)');

function mediaQuery(media: string) {
  return {
    matches: (): boolean => matchMedia(media).matches,
    subscribe: (changed: () => void): (() => void) => {
      const query = matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
  };
}

export const usePhone = (): boolean => !useSyncExternalStore(desk.subscribe, desk.matches);

/** Whether somebody has asked for less motion: nothing slides, and what is over is gone at once. */
export const useStill = (): boolean => useSyncExternalStore(still.subscribe, still.matches);

/** Whether the device is set to dark. */
export const useDarkSystem = (): boolean => useSyncExternalStore(darkSystem.subscribe, darkSystem.matches);

/** Whether the page is being printed at this moment. */
export const usePaper = (): boolean => useSyncExternalStore(paper.subscribe, paper.matches);
