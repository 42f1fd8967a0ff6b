import type { SheetCheck, SheetImport } from '#domain/imports/sheet-contract.ts';
import { carryOutTable, type ImportTable, readTableErrors } from '#domain/imports/table-contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { CheckedTable } from '#web/shell/CheckedTable.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { tableHomes, tableTexts } from './table-texts.ts';

const texts = defineTexts({
  zh: {
    carryOut: (what: string) => `导入 ${what}`, faultless: (what: string) => `只导入无误的 ${what}`, nothing: '表中各行在系统中均已有，没有需要导入的。',
    waiting: (count: number) => `其中 ${count} 条涉及您本人，须由另一位同志确认后计入。`, completed: (count: number) => `${count} 个已有的组织补上了简称。`, leftOut: (count: number) => `${count} 行没有导入，改正后可再导入；已导入的不会重复。`, back: '导错了文件的，可在下面的“以前的导入”中整批撤回。',
  },
  en: {
    carryOut: (what) => `Import ${what}`, faultless: (what) => `Import only the ${what} without problems`, nothing: 'Every row is in the system already; there is nothing to import.',
    waiting: (count) => `${count} of them concern yourself and count once another person has confirmed them.`, completed: (count) => `${count} organisations that were there got a short name.`, leftOut: (count) => `${count} rows were left out; import them once they are corrected, nothing is entered twice.`, back: 'If it was the wrong file, take all of it back under “Earlier imports” below.',
  },
});

interface Properties {
  readonly sent: SheetImport;
  readonly table: ImportTable;
  readonly onAnew: () => void;
}

/** What the check found, and what may be done about it. */
export function TableCheck({ sent, table, onAnew }: Properties) {
  if (isUnderWay(sent.check)) return <RowsBar job={sent.check} />;
  if (sent.checked === null) return <JobEnd job={sent.check} onAnew={onAnew} />;
  return <Checked id={sent.id} checked={sent.checked} table={table} onAnew={onAnew} />;
}

function Checked({ id, checked, table, onAnew }: Omit<Properties, 'sent'> & { readonly id: string; readonly checked: SheetCheck }) {
  const t = useTexts(texts);
  const { unit } = useTexts(tableTexts)[table];
  const carrying = useWrite(carryOutTable);
  const errors = useDownload(readTableErrors);
  const { created, changed, there, faulty, waiting } = checked;
  const moving = created + changed;
  return (
    <CheckedTable
      checked={checked} figures={<CheckFigures figures={{ created, ...(changed > 0 ? { changed } : {}), there, faulty }} />} moving={moving} nothing={t.nothing}
      hint={waiting > 0 ? t.waiting(waiting) : undefined} carryOutLabel={faulty > 0 ? t.faultless(unit(moving)) : t.carryOut(unit(moving))}
      carryOut={{ ...carrying, run: () => carrying.mutate({ import: id, skipFaulty: faulty > 0 }) }}
      errors={{ ...errors, run: () => errors.mutate({ import: id }) }} onAnew={onAnew}
    />
  );
}

/** The import while it is written, and what came of it. */
export function TableResult({ sent, table, onAnew }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(tableTexts)[table];
  const { carryOut, outcome } = sent;
  if (carryOut === null) return null;
  if (isUnderWay(carryOut)) return <RowsBar job={carryOut} />;
  if (outcome === null) return <JobEnd job={carryOut} onAnew={onAnew} />;
  const { created, changed, there, leftOut, waiting } = outcome;
  return (
    <>
      <SuccessNote>{[...(created > 0 ? [words.done(created)] : []), ...(changed > 0 ? [t.completed(changed)] : []), ...(waiting > 0 ? [t.waiting(waiting)] : []), ...(leftOut > 0 ? [t.leftOut(leftOut)] : [])].join(' ')}</SuccessNote>
      <CheckFigures figures={{ created, ...(changed > 0 ? { changed } : {}), there, leftOut }} />
      <p className="room-hint">{t.back}</p>
      <div className="import-actions"><PathLink to={tableHomes[table]} className="link-button">{words.back}</PathLink></div>
    </>
  );
}
