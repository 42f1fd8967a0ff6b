import { listOwnResults } from '#domain/evaluations/result-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSheet } from './YearSheet.tsx';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({ zh: { title: '党员年度综合评价表', back: '返回我的年度评价' }, en: { title: 'Evaluation sheet', back: 'Back to my evaluations' } });

/** One's own sheet. */
export function YearSheetPage() {
  const t = useTexts(texts);
  const result = useField('result');
  const read = useCall(listOwnResults, {});
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const own = read.data.items.filter((it) => it.result === result);
  return <Paper title={t.title} back={<PathLink to={paths.myResults()} className="link-button">{t.back}</PathLink>} sheets={own.map((it) => <YearSheet key={it.result} of={it} />)} />;
}
