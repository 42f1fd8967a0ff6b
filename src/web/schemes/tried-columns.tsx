import type { Difference } from '#domain/engine/grounds-difference.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import { useTexts } from '#web/shell/language.tsx';
import type { Column } from '#web/ui/DataTable.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText, figureWords } from '#web/ui/figure-format.ts';
import { DifferenceWords } from './DifferenceWords.tsx';
import { groundsOfDifference, groundsOfSide, type TriedSubject } from './trial-grounds.ts';
import { trialTexts } from './trial-texts.ts';

interface TriedRow {
  readonly before: Hundredths | null;
  readonly after: Hundredths | null;
  readonly differences: readonly Difference[];
}

type Texts = ReturnType<typeof useTexts<(typeof trialTexts)['zh']>>;

const changeOf = ({ before, after }: TriedRow): Hundredths | null => (before === null || after === null ? null : after - before);

/** Before, after, the difference and where it comes from: the same for members and branches. */
export const triedColumns = <R extends TriedRow>(t: Texts, say: (words: Words) => string, subjectOf: (row: R) => TriedSubject): readonly Column<R>[] => [
  {
    key: 'before', title: t.before, figures: true, text: (row) => figureWords(row.before, t.noPoints), number: { format: 'points', of: (row) => row.before },
    cell: (row) => <Figure value={row.before} grounds={groundsOfSide(subjectOf(row), 'before')} />,
  },
  {
    key: 'after', title: t.after, figures: true, text: (row) => figureWords(row.after, t.noPoints), number: { format: 'points', of: (row) => row.after },
    cell: (row) => <Figure value={row.after} grounds={groundsOfSide(subjectOf(row), 'after')} />,
  },
  {
    key: 'change', title: t.change, figures: true, text: (row) => figureWords(changeOf(row), t.outcome.incomparable), number: { format: 'points', of: (row) => changeOf(row) },
    cell: (row) => <ChangeFigure row={row} subject={subjectOf(row)} />,
  },
  {
    key: 'why', title: t.why, text: (row) => row.differences.map((it) => say(it.label)).join('、'),
    cell: (row) => <DifferenceWords subject={subjectOf(row)} differences={row.differences} />,
  },
];

interface Properties {
  readonly row: TriedRow;
  readonly subject: TriedSubject;
}

function ChangeFigure({ row, subject }: Properties) {
  const t = useTexts(trialTexts);
  const change = changeOf(row);
  return <Figure value={change} grounds={groundsOfDifference(subject)}><span className="figure-value">{change === null ? t.outcome.incomparable : changeText(change)}</span></Figure>;
}

/** On a phone, in one line. */
export function TriedFigures({ row, subject }: Properties) {
  const t = useTexts(trialTexts);
  return (
    <p className="trial-figures">
      <span>{t.before} <Figure value={row.before} grounds={groundsOfSide(subject, 'before')} /></span>
      <span>{t.after} <Figure value={row.after} grounds={groundsOfSide(subject, 'after')} /></span>
      <span>{t.change} <ChangeFigure row={row} subject={subject} /></span>
    </p>
  );
}
