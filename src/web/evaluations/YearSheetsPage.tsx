import { listResultsOfReview } from '#domain/evaluations/result-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { YearSheet } from './YearSheet.tsx';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({ zh: { title: '党员年度综合评价表' }, en: { title: 'Evaluation sheets' } });

/** The sheets of all members of a branch, to be handed to each and signed. */
export function YearSheetsPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const read = useCall(listResultsOfReview, { review: useField('review') });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { organisation, year, items } = read.data;
  return (
    <Paper
      title={t.title} back={<PathLink to={paths.memberReview(organisation.id, String(year))} className="link-button">{words.back}</PathLink>}
      sheets={items.map((it) => <YearSheet key={it.result} of={it} />)}
    />
  );
}
