import { useEffect } from 'react';
import { Button, Steps } from 'antd';
import { listImportBatches } from '#domain/imports/batch-contract.ts';
import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import { type ImportTable, readTableImport } from '#domain/imports/table-contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { useAskingAgain } from '#web/shell/asking-again.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton, PageSkeleton } from '#web/ui/Skeletons.tsx';
import { ImportBatches } from './ImportBatches.tsx';
import { TableCheck, TableResult } from './TableSteps.tsx';
import { TableUpload } from './TableUpload.tsx';
import { tableHomes, tableTexts } from './table-texts.ts';
import '#web/shell/import-steps.css';
import '#web/ui/room.css';

const texts = defineTexts({
  zh: { upload: '上传', check: '检查', result: '结果', anew: '导入另一份' },
  en: { upload: 'Upload', check: 'Check', result: 'Result', anew: 'Import another one' },
});

/** In the address: the upload is wanted although another import is under way. */
const NEW = 'new';

export const OrganisationsImportPage = () => <TableImportPage table="organisations" />;
export const LeaveImportPage = () => <TableImportPage table="leave" />;
export const TeamsImportPage = () => <TableImportPage table="shiftTeams" />;

/** From a table to what it says: upload, check, carry out; below it what was imported before. The work goes on in the server. */
function TableImportPage({ table }: { readonly table: ImportTable }) {
  const t = useTexts(texts);
  const words = useTexts(tableTexts)[table];
  const [{ import: chosen }, change] = useAddress({ import: '' });
  const batches = useCall(listImportBatches, { table }, { keep: true });
  // Whoever comes back finds the import that is under way.
  const id = chosen || batches.data?.underWay || NEW;
  const one = useCall(readTableImport, { import: id }, { enabled: id !== NEW, keep: true });
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
  return (
    <>
      <PageHeader
        title={words.title} beside={shown ? <span className="page-aside">{shown.fileName}</span> : undefined}
        actions={(
          <>
            <PathLink to={tableHomes[table]} className="link-button">{words.back}</PathLink>
            {shown && !moving ? <Button onClick={begin}>{t.anew}</Button> : null}
          </>
        )}
      />
      <Steps className="import-steps" size="small" current={stepOf(shown)} items={[{ title: t.upload }, { title: t.check }, { title: t.result }]} responsive={false} />
      {id !== NEW && one.error ? <ErrorNote refusal={one.error.refusal} /> : null}
      {id !== NEW && !shown && !one.error ? <LinesSkeleton count={5} /> : null}
      {id === NEW ? <TableUpload table={table} onSent={(sent) => change({ import: sent })} /> : null}
      {stepOf(shown) === 1 && shown ? <TableCheck sent={shown} table={table} onAnew={begin} /> : null}
      {stepOf(shown) === 2 && shown ? <TableResult sent={shown} table={table} onAnew={begin} /> : null}
      {stepOf(shown) === 1 ? null : <ImportBatches table={table} items={batches.data.items} />}
    </>
  );
}

const stepOf = (sent: SheetImport | undefined): number => (sent === undefined ? 0 : sent.carryOut === null ? 1 : 2);
