import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import { isNotIncluded } from '#domain/engine/not-included.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { groundsTexts } from './grounds-texts.ts';
import { counts, workings } from './grounds-workings.ts';
import type { GroundsNames } from './grounds-source.ts';
import { statuses } from './statuses.ts';

const texts = defineTexts({
  zh: { away: { duty: '勤务', leave: '请假', other: '其他', absent: '未参加' }, join: ' · ' },
  en: { away: { duty: 'duty', leave: 'leave', other: 'other', absent: 'did not attend' }, join: ' · ' },
});

/** One line of a total where nothing unfolds: on paper, in a file. */
export interface GroundsWords {
  readonly label: string;
  readonly why: readonly string[];
  /** Words where there is no number, null where none is shown. */
  readonly value: number | string | null;
}

/** The words of a line. Of a reason its class, because paper and files go from hand to hand. */
export function useGroundsWords(names: GroundsNames): (grounds: Grounds) => GroundsWords {
  const g = useTexts(groundsTexts);
  const say = useWords();
  const ofFact = useFactWords(names);
  return (grounds) => {
    const { how, rule, value, label } = grounds;
    const fact = how.kind === 'fact' ? how.fact : null;
    const valued = how.kind !== 'window' && (fact === null || (value !== null && counts(fact)));
    return {
      label: say(label),
      why: fact ? [ofFact(fact)] : how.kind === 'window' ? [g.counts(how)] : [...workings(grounds, g), ...(rule?.clause ? [rule.clause] : [])],
      value: valued ? value ?? (isNotIncluded(grounds) ? g.notIncluded : g.noBasis) : null,
    };
  };
}

/** What a fact counted as, who recorded and who confirmed it. */
function useFactWords(names: GroundsNames): (leaf: FactLeaf) => string {
  const t = useTexts(texts);
  const g = useTexts(groundsTexts);
  const say = useWords();
  const nameOf = (id: string | null): string | null => (id !== null && names[id] ? say(names[id]) : null);
  return ({ status, reasonClass, minutes, recordedBy, recordedOn, confirmedBy }) => {
    const confirmer = nameOf(confirmedBy);
    return [
      say(statuses[status].words), reasonClass === null ? null : t.away[reasonClass], minutes === null ? null : g.minutes(minutes), g.recorded(nameOf(recordedBy), recordedOn), confirmer === null ? null : g.confirmed(confirmer),
    ].filter((text) => text !== null).join(t.join);
  };
}
