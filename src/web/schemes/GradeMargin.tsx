import type { Grounds } from '#domain/engine/evaluation.ts';
import type { TriedGrade, TriedMargin } from '#domain/points/tried-year.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import type { GroundsSource, NamedGrounds } from '#web/ui/grounds-source.ts';

const texts = defineTexts({
  zh: {
    up: '再高', down: '再低', points: (grade: string) => `分即${grade}`, none: '无等次', facts: (count: number) => `至少 ${count} 项`, never: '在列事实的变动不足以改变', open: '（', close: '）',
    all: { zh: '变动这些事实，得分变化', en: 'What these facts change' },
  },
  en: {
    up: 'Higher by', down: 'Lower by', points: (grade) => `: ${grade}`, none: 'no grade', facts: (count) => (count === 1 ? 'at least 1 fact' : `at least ${count} facts`), never: 'no facts listed come to it', open: ' (', close: ')',
    all: { zh: '变动这些事实，得分变化', en: 'What these facts change' },
  },
});

interface Properties {
  readonly side: TriedGrade | null;
  readonly grounds: GroundsSource;
}

/** 再低 0.12 分即良好（至少 1 项）: how near the grade is to another one, and the fewest facts that come to it. */
export function GradeMargin({ side, grounds }: Properties) {
  const { up = null, down = null } = side?.margins ?? {};
  if (up === null && down === null) return null;
  return (
    <small className="trial-margin">
      {up === null ? null : <MarginWords margin={up} sign={1} grounds={grounds} />}
      {down === null ? null : <MarginWords margin={down} sign={-1} grounds={grounds} />}
    </small>
  );
}

function MarginWords({ margin, sign, grounds }: { readonly margin: TriedMargin; readonly sign: 1 | -1; readonly grounds: GroundsSource }) {
  const t = useTexts(texts);
  const say = useWords();
  const { facts } = margin;
  const count = (facts ?? []).reduce((sum, { times }) => sum + times, 0);
  return (
    <span>
      {sign === 1 ? t.up : t.down} <Figure value={margin.distance} grounds={grounds} /> {t.points(margin.grade === null ? t.none : say(margin.grade))}
      {t.open}{facts === null ? t.never : <Figure value={t.facts(count)} grounds={stepsAsGrounds(facts, sign, t.all)} />}{t.close}
    </span>
  );
}

/** The facts as a sum that adds up: each item with what one of its facts is worth, so often. */
function stepsAsGrounds(facts: NonNullable<TriedMargin['facts']>, sign: 1 | -1, label: Grounds['label']): NamedGrounds {
  const children = facts.map(({ id, label: item, each, times }): Grounds => ({
    id, label: item, value: sign * each * times, full: null, how: { kind: 'each', each: sign * each, times }, rule: null, children: [] }));
  const value = children.reduce((sum, child) => sum + (child.value ?? 0), 0);
  return { grounds: { id: 'margin', label, value, full: null, how: { kind: 'sum' }, rule: null, children }, names: {} };
}
