import { createContext, use, useMemo, useState } from 'react';
import { usePaper, useDarkSystem } from './screen.ts';

/** Whether pages are light or dark, or as the device is. */
export const colourChoices = ['system', 'light', 'dark'] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** What somebody has chosen on this device about how pages look. */
export interface Display {
  readonly colours: ColourChoice;
  /** 大字版 (关怀版): letters of 18 pt, lines far apart, large targets, less beside them. */
  readonly large: boolean;
  readonly choose: (choice: Partial<Pick<Display, 'colours' | 'large'>>) => void;
}

export const DisplayContext = createContext<Display>({ colours: 'system', large: false, choose: () => {} });
export const useDisplay = (): Display => use(DisplayContext);

const places = { colours: 'zhibu.colours', large: 'zhibu.large' } as const;

const remembered = (): Pick<Display, 'colours' | 'large'> => ({
  colours: colourChoices.find((it) => it === localStorage.getItem(places.colours)) ?? 'system',
  large: localStorage.getItem(places.large) === 'yes',
});

/** Keeps the choice on the device; what is drawn now follows from it, from the device, and from whether it is being printed. */
export function useKeptDisplay(): { readonly display: Display; readonly dark: boolean; readonly large: boolean } {
  const [chosen, setChosen] = useState(remembered);
  const darkSystem = useDarkSystem();
  // Paper is white, and its letters are those of the form.
  const paper = usePaper();
  const display = useMemo((): Display => ({
    ...chosen,
    choose: (choice) => {
      const next = { ...chosen, ...choice };
      localStorage.setItem(places.colours, next.colours);
      localStorage.setItem(places.large, next.large ? 'yes' : 'no');
      setChosen(next);
    },
  }), [chosen]);
  const dark = !paper && (chosen.colours === 'dark' || (chosen.colours === 'system' && darkSystem));
  return { display, dark, large: chosen.large && !paper };
}
