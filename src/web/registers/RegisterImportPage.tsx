import { useEffect } from 'react';
import { Button, Steps } from 'antd';
import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import { listRegisterBatches, readRegisterImport } from '#domain/registers/import-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useAskingAgain } from '#web/shell/asking-again.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton, PageSkeleton } from '#web/ui/Skeletons.tsx';
import { BatchTable } from './BatchTable.tsx';
import { TableCheck } from './TableCheck.tsx';
import { TableResult } from './TableResult.tsx';
import { TableUpload } from './TableUpload.tsx';
import '#web/shell/import-steps.css';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: { title: (label: string) => `导入：${label}`, upload: '上传', check: '检查', result: '结果', anew: '导入另一份', back: '返回登记簿' },
  en: { title: (label) => `Import: ${label}`, upload: 'Upload', check: 'Check', result: 'Result', anew: 'Import another one', back: 'Back to the register' },
});

/** In the address: the upload is wanted although another import is under way. */
const NEW = 'new';

/** From a table to entries: upload, check, carry out; below it what was imported before. The work goes on in the server. */
export function RegisterImportPage() {
  const t = useTexts(texts);
  const say = useWords();
  const register = useField('register');
  const [{ import: chosen }, change] = useAddress({ import: '' });
  const batches = useCall(listRegisterBatches, { register }, { keep: true });
  // Whoever comes back finds the import that is under way.
  const id = chosen || batches.data?.underWay || NEW;
  const one = useCall(readRegisterImport, { import: id }, { enabled: id !== NEW, keep: true });
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
  const { register: card, items } = batches.data;
  const begin = () => change({ import: NEW });
  return (
    <>
      <PageHeader
        title={t.title(say(card.label))} beside={shown ? <span className="page-aside">{shown.fileName}</span> : undefined}
        actions={(
          <>
            <PathLink to={paths.registers()} search={{ register }} className="link-button">{t.back}</PathLink>
            {shown && !moving ? <Button onClick={begin}>{t.anew}</Button> : null}
          </>
        )}
      />
      <Steps className="import-steps" size="small" current={stepOf(shown)} items={[{ title: t.upload }, { title: t.check }, { title: t.result }]} responsive={false} />
      {id !== NEW && one.error ? <ErrorNote refusal={one.error.refusal} /> : null}
      {id !== NEW && !shown && !one.error ? <LinesSkeleton count={5} /> : null}
      {id === NEW ? <TableUpload register={register} onSent={(sent) => change({ import: sent })} /> : null}
      {stepOf(shown) === 1 && shown ? <TableCheck table={shown} register={card} onAnew={begin} /> : null}
      {stepOf(shown) === 2 && shown ? <TableResult table={shown} register={card} onAnew={begin} /> : null}
      {stepOf(shown) === 1 ? null : <BatchTable register={register} items={items} />}
    </>
  );
}

const stepOf = (table: SheetImport | undefined): number => (table === undefined ? 0 : table.carryOut === null ? 1 : 2);
