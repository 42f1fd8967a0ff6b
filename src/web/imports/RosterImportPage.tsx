import { useCallback } from 'react';
import { listImportBatches } from '#domain/imports/batch-contract.ts';
import { readRosterImport, readRosterImports, type RosterImport } from '#domain/imports/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { ImportSteps, isMoving, useImportAt } from '#web/shell/ImportSteps.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { instantText } from '#web/ui/instant-text.ts';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { CheckStep } from './CheckStep.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { ImportBatches } from './ImportBatches.tsx';
import { ResultStep } from './ResultStep.tsx';
import { UploadStep } from './UploadStep.tsx';
import '#web/ui/room.css';

const texts = defineTexts({
  zh: { title: '导入花名册', file: (name: string, from: string) => `${name} · 自 ${from} 起` },
  en: { title: 'Import a roster', file: (name, from) => `${name} · from ${from}` },
});

const sentToday = (items: readonly RosterImport[], today: string): RosterImport | undefined => items.find(({ check }) => instantText(check.createdAt).startsWith(today));

/** From a file to people; below it what was sent and what was imported before. */
export function RosterImportPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const all = useCall(readRosterImports, {});
  const batches = useCall(listImportBatches, { table: 'roster' }, { keep: true });
  const at = useImportAt(all.data?.items.find(isMoving)?.id);
  const one = useCall(readRosterImport, { import: at.id ?? '' }, { enabled: at.id !== null, keep: true });
  const [allAgain, batchesAgain] = [all.refetch, batches.refetch];
  const askAgain = useCallback(() => Promise.all([allAgain(), batchesAgain()]), [allAgain, batchesAgain]);
  if (all.error) return <PageFault refusal={all.error.refusal} onRetry={() => void all.refetch()} />;
  if (!all.data) return <PageSkeleton />;
  const { items } = all.data;
  return (
    <ImportSteps
      at={at} one={one} title={t.title} beside={({ fileName, from }) => t.file(fileName, from)} onSettled={askAgain}
      upload={<UploadStep lastFrom={sentToday(items, today)?.from ?? null} onSent={at.choose} />}
      check={(sent) => <CheckStep roster={sent} onAnew={at.begin} />}
      result={(sent) => <ResultStep roster={sent} onAnew={at.begin} />}
      earlier={(step) => (
        <>
          {step === 0 ? <EarlierImports items={items} onChoose={at.choose} /> : null}
          {step === 1 || !batches.data ? null : <ImportBatches table="roster" items={batches.data.items} />}
        </>
      )}
    />
  );
}
