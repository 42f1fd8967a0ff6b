import { useEffect } from 'react';
import { Button, Steps } from 'antd';
import { listImportBatches } from '#domain/imports/batch-contract.ts';
import { readRosterImport, readRosterImports, type RosterImport } from '#domain/imports/contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { useAskingAgain } from '#web/shell/asking-again.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { CheckStep } from './CheckStep.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { ImportBatches } from './ImportBatches.tsx';
import { ResultStep } from './ResultStep.tsx';
import { UploadStep } from './UploadStep.tsx';
import '#web/ui/room.css';
import '#web/shell/import-steps.css';

const texts = defineTexts({
  zh: { title: '导入花名册', upload: '上传', check: '检查', result: '结果', anew: '导入另一份', file: (name: string, from: string) => `${name} · 自 ${from} 起` },
  en: { title: 'Import a roster', upload: 'Upload', check: 'Check', result: 'Result', anew: 'Import another one', file: (name, from) => `${name} · from ${from}` },
});

/** From a file to people: upload, check, carry out. The work goes on in the server; this page only watches. */
export function RosterImportPage() {
  const t = useTexts(texts);
  const [{ import: chosen }, change] = useAddress({ import: '' });
  const all = useCall(readRosterImports, {});
  // Whoever comes back finds the import that is under way.
  const id = chosen || all.data?.items.find(isMoving)?.id || '';
  const one = useCall(readRosterImport, { import: id }, { enabled: id !== '' && id !== NEW, keep: true });
  const shown = id === '' || id === NEW ? undefined : one.data;
  const moving = shown !== undefined && isMoving(shown);
  useAskingAgain(moving, one.refetch);
  const error = all.error ?? (id === NEW ? null : one.error);
  const batches = useCall(listImportBatches, { table: 'roster' }, { keep: true });
  const entered = shown?.outcome?.batch;
  const { refetch } = batches;
  useEffect(() => {
    if (entered) void refetch();
  }, [entered, refetch]);
  const begin = () => change({ import: NEW });
  return (
    <>
      <PageHeader
        title={t.title} beside={shown ? <span className="page-aside">{t.file(shown.fileName, shown.from)}</span> : undefined}
        actions={shown && !moving ? <Button onClick={begin}>{t.anew}</Button> : undefined}
      />
      <Steps className="import-steps" size="small" current={stepOf(shown)} items={[{ title: t.upload }, { title: t.check }, { title: t.result }]} responsive={false} />
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      {id !== '' && id !== NEW && !shown && !error ? <LinesSkeleton count={5} /> : null}
      {shown === undefined ? (id === '' || id === NEW) && all.data ? <UploadStep onSent={(it) => change({ import: it })} /> : null : stepOf(shown) === 1
        ? <CheckStep roster={shown} onAnew={begin} /> : <ResultStep roster={shown} onAnew={begin} />}
      {shown === undefined && all.data ? <EarlierImports items={all.data.items} onChoose={(it) => change({ import: it })} /> : null}
      {stepOf(shown) === 1 || !batches.data ? null : <ImportBatches table="roster" items={batches.data.items} />}
    </>
  );
}

/** In the address: the upload is wanted although another import is under way. */
const NEW = 'new';

const isMoving = ({ check, carryOut }: RosterImport): boolean => isUnderWay(check) || isUnderWay(carryOut);
const stepOf = (roster: RosterImport | undefined): number => (roster === undefined ? 0 : roster.carryOut === null ? 1 : 2);
