import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { registerTexts } from './register-texts.ts';

const texts = defineTexts({
  zh: {
    done: (count: number) => `已导入 ${count} 条`, counted: '，自即时起计入。', some: (waiting: number, by: string) => `，其中 ${waiting} 条待${by}审核后计入。`, leftOut: (count: number) => `${count} 行没有导入，改正后可再导入；已导入的不会重复。`,
    open: '查看这批登记', back: '导错了文件的，可在下面的“以前的导入”中整批撤回。',
  },
  en: {
    done: (count) => `${count} entries imported`, counted: '; they count from now on.', some: (waiting, by) => `; ${waiting} of them count once ${by} has confirmed them.`, leftOut: (count) => `${count} rows were left out; import them once they are corrected, nothing is entered twice.`,
    open: 'See these entries', back: 'If it was the wrong file, take all of it back under “Earlier imports” below.',
  },
});

/** The import while it is written, and what came of it. */
export function TableResult({ table, register, onAnew }: { readonly table: SheetImport; readonly register: RegisterCard; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const { confirmer } = useTexts(registerTexts);
  const { carryOut, outcome } = table;
  if (carryOut === null) return null;
  if (isUnderWay(carryOut)) return <RowsBar job={carryOut} />;
  if (outcome === null) return <JobEnd job={carryOut} onAnew={onAnew} />;
  const { batch, created, there, leftOut, waiting } = outcome;
  return (
    <>
      <SuccessNote>{t.done(created)}{waiting > 0 ? t.some(waiting, confirmer[register.confirmedBy]) : t.counted}{leftOut > 0 ? ` ${t.leftOut(leftOut)}` : ''}</SuccessNote>
      <CheckFigures figures={{ created, there, leftOut }} />
      <p className="room-hint">{t.back}</p>
      <div className="import-actions">
        <PathLink to={paths.registers()} search={{ register: register.id, batch }} className="link-button">{t.open}</PathLink>
      </div>
    </>
  );
}
