import type { Difference } from '#domain/engine/grounds-difference.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import { groundsOfDifference, type TriedSubject } from './trial-grounds.ts';
import { trialTexts } from './trial-texts.ts';

const SHOWN = 3;

/** The rules that make the difference, each with its own figure. */
export function DifferenceWords({ subject, differences }: { readonly subject: TriedSubject; readonly differences: readonly Difference[] }) {
  const t = useTexts(trialTexts);
  const marks = useMarks();
  const say = useWords();
  if (differences.length === 0) return <span className="faint">{t.same}</span>;
  return (
    <ul className="trial-why">
      {differences.slice(0, SHOWN).map((it) => (
        <li key={it.id}>
          {say(it.label)}{it.standsIn === 'after' ? marks.aside(t.fresh) : it.standsIn === 'before' ? marks.aside(t.gone) : ''}
          {' '}<Figure value={changeOf(it)} grounds={groundsOfDifference(subject, it.id)}>{changeOf(it) === null ? undefined : <span className="figure-value">{changeText(changeOf(it) ?? 0)}</span>}</Figure>
        </li>
      ))}
      {differences.length > SHOWN ? <li className="faint">{t.more}</li> : null}
    </ul>
  );
}

/** Null where a rule has lost or found its basis: no number says that. */
const changeOf = ({ before, after, standsIn }: Difference): number | null =>
  standsIn === 'both' && (before === null || after === null) ? null : (after ?? 0) - (before ?? 0);
