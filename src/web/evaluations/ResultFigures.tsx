import type { MemberResultView } from '#domain/evaluations/result-contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { fetchResult } from './year-grounds.ts';

const texts = defineTexts({ zh: { part: '构成', mark: '得分' }, en: { part: 'Part', mark: 'Value' } });

/** Kinds of points, ballots and what they come to, each with its grounds. */
export function ResultFigures({ of }: { readonly of: MemberResultView }) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  return (
    <table className="result-figures">
      <thead><tr><th scope="col">{t.part}</th><th scope="col">{t.mark}</th></tr></thead>
      <tbody>{of.parts.map((part) => <tr key={part.part}><th scope="row">{say(part.label)}</th><td><Figure value={part.value} full={part.full} grounds={fetchResult(of.result, part.part)} /></td></tr>)}</tbody>
      <tfoot><tr><th scope="row">{words.value}</th><td><Figure value={of.value} grounds={fetchResult(of.result)} /></td></tr></tfoot>
    </table>
  );
}
