import { listOwnResults, type MemberResultView } from '#domain/evaluations/result-contract.ts';
import { listObjections, type ObjectionLine } from '#domain/objections/list-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';

const texts = defineTexts({
  zh: {
    result: '年度综合评价待阅知', answer: '异议已答复待阅知', year: (year: number) => `${year} 年度党员综合评价`, until: '提出异议至 ', read: '去阅知',
    objection: '异议待办理', late: '异议逾期未办理', by: '办理至 ', open: '去办理',
  },
  en: {
    result: 'Evaluation to be read', answer: 'Your objection is answered', year: (year) => `Evaluation of ${year}`, until: 'objections until ', read: 'Read it',
    objection: 'Objection to deal with', late: 'Objection overdue', by: 'until ', open: 'Deal with it',
  },
});

interface Matters {
  readonly results: readonly MemberResultView[];
  readonly objections: readonly (ObjectionLine & { readonly statement: string | null; readonly evaluation: { readonly organisation: string; readonly year: number } | null })[];
}

/** What I have to read of my own year, and objections on which I am to move next. */
export function useMatters(hasPerson: boolean): Matters {
  const results = useCall(listOwnResults, {}, { enabled: hasPerson });
  const objections = useCall(listObjections, { list: 'open' });
  return {
    results: (results.data?.items ?? []).filter(({ may }) => may.confirm),
    objections: (objections.data?.items ?? []).filter(({ toMove }) => toMove),
  };
}

function placeOf({ statement, evaluation, objection }: Matters['objections'][number]): string {
  if (statement !== null) return paths.statement(statement);
  return evaluation === null ? paths.objection(objection) : paths.memberReview(evaluation.organisation, String(evaluation.year));
}

/** Each with its last day and the one button that leads to it. */
export function MyMatters({ of: { results, objections } }: { readonly of: Matters }) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <>
      {objections.map((it) => (
        <Card
          key={it.objection} label={it.overdue ? t.late : t.objection} tone="due" title={say(it.label)}
          when={it.deadline === null ? null : <>{t.by}<DateText day={it.deadline} short /></>} about={`${it.subject.name} · ${it.organisation.name}`}
          action={<PathLink to={placeOf(it)} className="desk-button main">{t.open}</PathLink>}
        />
      ))}
      {results.map((it) => (
        <Card
          key={it.result} label={it.standing === 'answered' ? t.answer : t.result} tone="due" title={t.year(it.year)} when={it.deadline === null ? null : <>{t.until}<DateText day={it.deadline} short /></>} about={it.organisation.name}
          action={<PathLink to={paths.myResults()} className="desk-button main">{t.read}</PathLink>}
        />
      ))}
    </>
  );
}
