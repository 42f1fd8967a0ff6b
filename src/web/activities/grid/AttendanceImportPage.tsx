import { listAttendanceBatches, readAttendanceImport } from '#domain/activities/grid/grid-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { ImportSteps, useImportAt } from '#web/shell/ImportSteps.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { GridBatchTable } from './GridBatchTable.tsx';
import { GridCheckStep } from './GridCheckStep.tsx';
import { GridResult } from './GridResult.tsx';
import { GridUpload } from './GridUpload.tsx';
import '#web/ui/room.css';
import './grid.css';

const texts = defineTexts({
  zh: { title: '导入历史考勤', back: '返回活动' },
  en: { title: 'Import past attendance', back: 'Back to sessions' },
});

/** From sheets of attendance to sessions; below it what was imported before. */
export function AttendanceImportPage() {
  const t = useTexts(texts);
  const batches = useCall(listAttendanceBatches, {}, { keep: true });
  const at = useImportAt(batches.data?.underWay);
  const one = useCall(readAttendanceImport, { import: at.id ?? '' }, { enabled: at.id !== null, keep: true });
  if (batches.error) return <PageFault refusal={batches.error.refusal} onRetry={() => void batches.refetch()} />;
  if (!batches.data) return <PageSkeleton />;
  const { items, places } = batches.data;
  return (
    <ImportSteps
      at={at} one={one} unfinished={batches.data.unfinished} title={t.title} back={<PathLink to={paths.sessions()} className="link-button">{t.back}</PathLink>} onSettled={batches.refetch}
      upload={<GridUpload places={places} onSent={at.choose} />}
      check={(sent) => <GridCheckStep key={sent.id} grid={sent} onAnew={at.begin} onChecked={at.choose} />}
      result={(sent) => <GridResult grid={sent} onAnew={at.begin} />}
      earlier={(step) => (step === 1 ? null : <GridBatchTable items={items} />)}
    />
  );
}
