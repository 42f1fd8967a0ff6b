import type { ScoreGap } from '#domain/assessments/board-contract.ts';
import { paths } from '#web/paths.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { fetchGrounds } from './score-columns.tsx';
import { scoreBoardTexts } from './score-board-texts.ts';

/** 缺什么: the ten gaps that cost most, in words, with the day of what comes next and the way to close each. */
export function ScoreGaps({ gaps, year, counted }: { readonly gaps: readonly ScoreGap[]; readonly year: number; readonly counted: boolean }) {
  const t = useTexts(scoreBoardTexts);
  const say = useWords();
  return (
    <aside className="score-gaps" aria-label={t.gaps}>
      <h2>{t.gaps} <small>{t.gapsWhy}</small></h2>
      {gaps.length === 0 ? <p>{counted ? t.noGaps : t.counting}</p> : null}
      <ol>
        {gaps.map(({ organisation, item, label, short, words, due }) => (
          <li key={`${organisation.id} ${item}`}>
            <div className="score-gap-head">
              <PathLink to={paths.branchScore()} search={{ branch: organisation.id, year: String(year), show: 'gaps' }}>{organisation.name}</PathLink>
              <span className="score-gap-short">{t.short} <Figure value={short} grounds={fetchGrounds(organisation.id, year, item)} /></span>
            </div>
            <p>{say(label)}</p>
            <p className="score-gap-words">{say(words)}{due === null ? '' : ` · ${t.due(due)}`}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
