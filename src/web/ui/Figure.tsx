import type { ReactNode } from 'react';
import { isNotIncluded } from '#domain/engine/not-included.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { figureText, type FigureFormat } from './figure-format.ts';
import { useGroundsHome } from './GroundsHome.tsx';
import type { GroundsSource } from './grounds-source.ts';
import { wordsIn } from './words-in.ts';
import './figure.css';

const texts = defineTexts({
  zh: { noBasis: '依据不足', notIncluded: '未纳入', open: (shown: string, of: string) => `${of === '' ? '' : `${of}：`}${shown}，查看依据`, joint: '，', bonus: (most: string) => `另加分至多 ${most}` },
  en: { noBasis: 'No basis', notIncluded: 'Not included', open: (shown, of) => `${of === '' ? '' : `${of}: `}${shown}, open the grounds`, joint: ' ', bonus: (most: string) => `and a bonus of up to ${most}` },
});

interface Properties {
  /** Hundredths, a count, hundredths of a per cent as `format` says; a text is a grade; null has no basis. */
  readonly value: number | string | null;
  readonly format?: FigureFormat;
  /** Shown behind a stroke: 36.46 / 40.00. */
  readonly full?: number | null;
  /** The most that is added beside the full mark (另加分). */
  readonly bonus?: number | null;
  /** Why the value is what it is, or how to fetch that when somebody asks. */
  readonly grounds: GroundsSource;
  /** What it is the figure of, read aloud before it where no head of a table says so. */
  readonly of?: string;
  /** What a missing value is called where more is known of it than its grounds say. */
  readonly missing?: string | undefined;
  /** Words instead of the bare value, such as a change with its sign. */
  readonly children?: ReactNode;
}

/** The one way to show a score, share, count or grade: whoever asks why gets the grounds in one step. */
export function Figure({ value, format = 'points', full = null, bonus = null, grounds, of = '', missing, children }: Properties) {
  const { noBasis, notIncluded, open, joint, bonus: beside } = useTexts(texts);
  const { show } = useGroundsHome();
  const text = value === null ? missing ?? (isBefore(grounds) ? notIncluded : noBasis) : typeof value === 'string' ? value : figureText(value, format);
  const whole = full === null || value === null ? '' : ` / ${figureText(full, format)}`;
  const added = whole !== '' && bonus ? beside(figureText(bonus, format)) : '';
  const shown = text + whole + (added && joint + added);
  return (
    <button
      type="button" className={value === null ? 'figure no-basis' : 'figure'} aria-haspopup="dialog" aria-label={open((children === undefined ? null : wordsIn(children)) || shown, of)}
      onClick={(event) => { event.stopPropagation(); show(grounds); }}
    >
      {children ?? <FigureParts text={text} whole={whole} joint={joint} added={added} />}
    </button>
  );
}

/** As far as the grounds are here already: that nothing was asked is not that something is lacking. */
function isBefore(source: GroundsSource): boolean {
  if (typeof source === 'function') return false;
  return isNotIncluded('how' in source ? source : source.grounds);
}

/** What joins the bonus to the full mark stays with that: no line begins with a comma. */
const FigureParts = ({ text, whole, joint, added }: { readonly text: string; readonly whole: string; readonly joint: string; readonly added: string }) => (
  <>
    <span className="figure-value">{text}</span>
    {whole === '' ? null : <span className="figure-full">{whole}{added === '' ? null : <><small>{joint}</small><span className="figure-bonus">{added}</span></>}</span>}
  </>
);
