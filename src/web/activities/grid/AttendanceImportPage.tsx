import { useEffect } from 'react';
import { Button, Steps } from 'antd';
import { type GridImport, listAttendanceBatches, readAttendanceImport } from '#domain/activities/grid/grid-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useAskingAgain } from '#web/shell/asking-again.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton, PageSkeleton } from '#web/ui/Skeletons.tsx';
import { GridBatchTable } from './GridBatchTable.tsx';
import { GridCheckStep } from './GridCheckStep.tsx';
import { GridResult } from './GridResult.tsx';
import { GridUpload } from './GridUpload.tsx';
import '#web/shell/import-steps.css';
import '#web/ui/room.css';
import './grid.css';

const texts = defineTexts({
  zh: { title: '导入历史考勤', upload: '上传', check: '检查', result: '结果', anew: '导入另一份', back: '返回活动' },
  en: { title: 'Import past attendance', upload: 'Upload', check: 'Check', result: 'Result', anew: 'Import another one', back: 'Back to sessions' },
});

/** In the address: the upload is wanted although another import is under way. */
const NEW = 'new';

/** From sheets of attendance to sessions: upload, check, carry out; below it what was imported before. The work goes on in the server. */
export function AttendanceImportPage() {
  const t = useTexts(texts);
  const [{ import: chosen }, change] = useAddress({ import: '' });
  const batches = useCall(listAttendanceBatches, {}, { keep: true });
  // Whoever comes back finds the import that is under way.
  const id = chosen || batches.data?.underWay || NEW;
  const one = useCall(readAttendanceImport, { import: id }, { enabled: id !== NEW, keep: true });
  const shown = id === NEW ? undefined : one.data;
  const moving = shown !== undefined && (isUnderWay(shown.check) || isUnderWay(shown.carryOut));
  useAskingAgain(moving, one.refetch);
  const entered = shown?.outcome?.batch;
  const { refetch } = batches;
  useEffect(() => {
    if (entered !== undefined) void refetch();
  }, [entered, refetch]);
  if (batches.error) return <ErrorNote refusal={batches.error.refusal} onRetry={() => void batches.refetch()} />;
  if (!batches.data) return <PageSkeleton />;
  const begin = () => change({ import: NEW });
  const step = stepOf(shown);
  return (
    <>
      <PageHeader
        title={t.title} beside={shown ? <span className="page-aside">{shown.fileName}</span> : undefined}
        actions={(
          <>
            <PathLink to={paths.sessions()} className="link-button">{t.back}</PathLink>
            {shown && !moving ? <Button onClick={begin}>{t.anew}</Button> : null}
          </>
        )}
      />
      <Steps className="import-steps" size="small" current={step} items={[{ title: t.upload }, { title: t.check }, { title: t.result }]} responsive={false} />
      {id !== NEW && one.error ? <ErrorNote refusal={one.error.refusal} /> : null}
      {id !== NEW && !shown && !one.error ? <LinesSkeleton count={5} /> : null}
      {id === NEW ? <GridUpload places={batches.data.places} onSent={(sent) => change({ import: sent })} /> : null}
      {step === 1 && shown ? <GridCheckStep key={shown.id} grid={shown} onAnew={begin} onChecked={(next) => change({ import: next })} /> : null}
      {step === 2 && shown ? <GridResult grid={shown} onAnew={begin} /> : null}
      {step === 1 ? null : <GridBatchTable items={batches.data.items} />}
    </>
  );
}

const stepOf = (grid: GridImport | undefined): number => (grid === undefined ? 0 : grid.carryOut === null ? 1 : 2);
