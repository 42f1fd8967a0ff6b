import type { Difference } from '#domain/engine/grounds-difference.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import { useTexts } from '#web/shell/language.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText, figureWords } from '#web/ui/figure-format.ts';
import { DifferenceWords } from './DifferenceWords.tsx';
import { groundsOfDifference, groundsOfSide, type TriedSubject } from './trial-grounds.ts';
import { trialTexts } from './trial-texts.ts';

interface TriedRow {
  readonly before: Hundredths | null;
  readonly after: Hundredths | null;
  readonly excluded: { readonly before: boolean; readonly after: boolean };
  readonly differences: readonly Difference[];
}

type Texts = ReturnType<typeof useTexts<(typeof trialTexts)['zh']>>;

const changeOf = ({ before, after }: TriedRow): Hundredths | null => (before === null || after === null ? null : after - before);

/** Before, after, the difference and where it comes from: the same for members and branches. */
export const triedColumns = <R extends TriedRow>(t: Texts, say: (words: Words) => string, subjectOf: (row: R) => TriedSubject): readonly Column<R>[] => [
  {
    key: 'before', title: t.before, figures: true, text: (row) => figureWords(row.before, row.excluded.before ? t.excluded : t.noPoints), number: { format: 'points', of: (row) => row.before },
    cell: (row) => <SideFigure row={row} side="before" subject={subjectOf(row)} />,
  },
  {
    key: 'after', title: t.after, figures: true, text: (row) => figureWords(row.after, row.excluded.after ? t.excluded : t.noPoints), number: { format: 'points', of: (row) => row.after },
    cell: (row) => <SideFigure row={row} side="after" subject={subjectOf(row)} />,
  },
  {
    key: 'change', title: t.change, figures: true, text: (row) => figureWords(changeOf(row), row.excluded.before && row.excluded.after ? t.same : t.outcome.incomparable), number: { format: 'points', of: (row) => changeOf(row) },
    cell: (row) => <ChangeFigure row={row} subject={subjectOf(row)} />,
  },
  {
    key: 'why', title: t.why, text: (row) => row.differences.map((it) => say(it.label)).join(t.join),
    cell: (row) => <DifferenceWords subject={subjectOf(row)} differences={row.differences} />,
  },
];

interface Properties {
  readonly row: TriedRow;
  readonly subject: TriedSubject;
}

function SideFigure({ row, side, subject }: Properties & { readonly side: 'before' | 'after' }) {
  const t = useTexts(trialTexts);
  const grounds = groundsOfSide(subject, side);
  return row.excluded[side] ? <Figure value={t.excluded} grounds={grounds} /> : <Figure value={row[side]} grounds={grounds} />;
}

function ChangeFigure({ row, subject }: Properties) {
  const t = useTexts(trialTexts);
  const change = changeOf(row);
  if (row.excluded.before && row.excluded.after) return <span className="faint">{t.same}</span>;
  return <Figure value={change} grounds={groundsOfDifference(subject)}><span className="figure-value">{change === null ? t.outcome.incomparable : changeText(change)}</span></Figure>;
}

/** On a phone, in one line. */
export function TriedFigures({ row, subject }: Properties) {
  const t = useTexts(trialTexts);
  return (
    <p className="trial-figures">
      <span>{t.before} <SideFigure row={row} side="before" subject={subject} /></span>
      <span>{t.after} <SideFigure row={row} side="after" subject={subject} /></span>
      <span>{t.change} <ChangeFigure row={row} subject={subject} /></span>
    </p>
  );
}
