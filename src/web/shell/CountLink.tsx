import type { ReactNode } from 'react';
import { wordsIn } from '#web/ui/words-in.ts';
import { defineTexts, useTexts } from './language.tsx';
import { PathLink } from './PathLink.tsx';
import '#web/ui/figure.css';

const texts = defineTexts({
  zh: { open: (shown: string) => `${shown}，查看名单` },
  en: { open: (shown: string) => `${shown}, open the list` },
});

interface Properties {
  /** The page that lists just what is counted, and its filters. */
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly value: number;
  /** Words around the bare value: 已记录 3/29. */
  readonly children?: ReactNode;
  /** What is read aloud where the words around it are none: 实到 12. */
  readonly label?: string;
}

/** A count whose grounds are a list: one step leads to exactly what it counts. Scores and shares go through `Figure`. */
export function CountLink({ to, search, value, children, label }: Properties) {
  const { open } = useTexts(texts);
  const shown = wordsIn(children ?? value) ?? String(value);
  // What is read aloud holds what is seen, so that somebody who speaks to his computer can say it.
  const spoken = label === undefined || label.includes(shown) ? label : `${label} ${shown}`;
  return (
    <PathLink to={to} className="figure" {...(search ? { search } : {})} {...(spoken === undefined ? {} : { label: open(spoken) })}>
      <span className="figure-value">{children ?? value}</span>
    </PathLink>
  );
}
