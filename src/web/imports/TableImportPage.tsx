import { listImportBatches } from '#domain/imports/batch-contract.ts';
import { type ImportTable, readTableImport } from '#domain/imports/table-contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { ImportSteps, useImportAt } from '#web/shell/ImportSteps.tsx';
import { useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { ImportBatches } from './ImportBatches.tsx';
import { TableCheck, TableResult } from './TableSteps.tsx';
import { TableUpload } from './TableUpload.tsx';
import { tableHomes, tableTexts } from './table-texts.ts';
import '#web/ui/room.css';

export const OrganisationsImportPage = () => <TableImportPage table="organisations" />;
export const LeaveImportPage = () => <TableImportPage table="leave" />;
export const TeamsImportPage = () => <TableImportPage table="shiftTeams" />;
export const DutiesImportPage = () => <TableImportPage table="dutyDates" />;

/** From a table to organisations, leave, teams or days on duty; below it what was imported before. */
function TableImportPage({ table }: { readonly table: ImportTable }) {
  const words = useTexts(tableTexts)[table];
  const batches = useCall(listImportBatches, { table }, { keep: true });
  const at = useImportAt(batches.data?.underWay);
  const one = useCall(readTableImport, { import: at.id ?? '' }, { enabled: at.id !== null, keep: true });
  if (batches.error) return <PageFault refusal={batches.error.refusal} onRetry={() => void batches.refetch()} />;
  if (!batches.data) return <PageSkeleton />;
  const { items } = batches.data;
  return (
    <ImportSteps
      at={at} one={one} unfinished={batches.data.unfinished} title={words.title} back={<PathLink to={tableHomes[table]} className="link-button">{words.back}</PathLink>} onSettled={batches.refetch}
      upload={<TableUpload table={table} onSent={at.choose} />}
      check={(sent) => <TableCheck sent={sent} table={table} onAnew={at.begin} />}
      result={(sent) => <TableResult sent={sent} table={table} onAnew={at.begin} />}
      earlier={(step) => (step === 1 ? null : <ImportBatches table={table} items={items} />)}
    />
  );
}
