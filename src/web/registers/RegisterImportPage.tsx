import { listRegisterBatches, readRegisterImport } from '#domain/registers/import-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { ImportSteps, useImportAt } from '#web/shell/ImportSteps.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { BatchTable } from './BatchTable.tsx';
import { TableCheck } from './TableCheck.tsx';
import { TableResult } from './TableResult.tsx';
import { TableUpload } from './TableUpload.tsx';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: { title: (label: string) => `导入${label}`, back: '返回登记簿' },
  en: { title: (label) => `Import: ${label}`, back: 'Back to the register' },
});

/** From a table to entries; below it what was imported before. */
export function RegisterImportPage() {
  const t = useTexts(texts);
  const say = useWords();
  const register = useField('register');
  const batches = useCall(listRegisterBatches, { register }, { keep: true });
  const at = useImportAt(batches.data?.underWay);
  const one = useCall(readRegisterImport, { import: at.id ?? '' }, { enabled: at.id !== null, keep: true });
  if (batches.error) return <PageFault refusal={batches.error.refusal} onRetry={() => void batches.refetch()} />;
  if (!batches.data) return <PageSkeleton />;
  const { register: card, items } = batches.data;
  return (
    <ImportSteps
      at={at} one={one} unfinished={batches.data.unfinished} title={t.title(say(card.label))} onSettled={batches.refetch}
      back={<PathLink to={paths.registers()} search={{ register }} className="link-button">{t.back}</PathLink>}
      upload={<TableUpload register={register} onSent={at.choose} />}
      check={(sent) => <TableCheck table={sent} register={card} onAnew={at.begin} />}
      result={(sent) => <TableResult table={sent} register={card} onAnew={at.begin} />}
      earlier={(step) => (step === 1 ? null : <BatchTable register={register} items={items} />)}
    />
  );
}
