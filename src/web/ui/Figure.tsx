import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { figureText, type FigureFormat } from './figure-format.ts';
import { useGroundsHome, type GroundsSource } from './GroundsHome.tsx';
import './figure.css';

const texts = defineTexts({
  zh: { noBasis: '依据不足', open: (shown: string) => `${shown}，查看依据` },
  en: { noBasis: 'No basis', open: (shown: string) => `${shown}, open the grounds` },
});

interface Properties {
  /** Hundredths, a count, hundredths of a per cent as `format` says; a text is a grade; null has no basis. */
  readonly value: number | string | null;
  readonly format?: FigureFormat;
  /** Shown behind a stroke: 36.46 / 40.00. */
  readonly full?: number | null;
  /** Why the value is what it is, or how to fetch that when somebody asks. */
  readonly grounds: GroundsSource;
  /** Words instead of the bare value, such as a change with its sign. */
  readonly children?: ReactNode;
}

/** The one way to show a score, share, count or grade: whoever asks why gets the grounds in one step. */
export function Figure({ value, format = 'points', full = null, grounds, children }: Properties) {
  const { noBasis, open } = useTexts(texts);
  const { show } = useGroundsHome();
  const text = value === null ? noBasis : typeof value === 'string' ? value : figureText(value, format);
  const shown = full === null || value === null ? text : `${text} / ${figureText(full, format)}`;
  return (
    <button
      type="button" className={value === null ? 'figure no-basis' : 'figure'} aria-haspopup="dialog" aria-label={open(shown)}
      onClick={(event) => { event.stopPropagation(); show(grounds); }}
    >
      {children ?? <FigureParts text={text} full={full === null || value === null ? null : figureText(full, format)} />}
    </button>
  );
}

const FigureParts = ({ text, full }: { readonly text: string; readonly full: string | null }) => (
  <>
    <span className="figure-value">{text}</span>
    {full === null ? null : <span className="figure-full"> / {full}</span>}
  </>
);
