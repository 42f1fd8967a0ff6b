import type { SheetCheck, SheetImport } from '#domain/imports/sheet-contract.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { carryOutRegisterTable, readRegisterErrors } from '#domain/registers/import-contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { CheckedTable } from '#web/shell/CheckedTable.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { registerTexts } from './register-texts.ts';

const texts = defineTexts({
  zh: {
    carryOut: (count: number) => `导入 ${count} 条`, faultless: (count: number) => `只导入无误的 ${count} 条`, nothing: '表中各行均已登记，没有需要导入的。',
    waiting: (count: number, by: string) => `其中 ${count} 条导入后待${by}审核，审核后计入。`,
  },
  en: {
    carryOut: (count) => `Import ${count}`, faultless: (count) => `Import only the ${count} without problems`, nothing: 'Every row is entered already; there is nothing to import.',
    waiting: (count, by) => `${count} of them will wait for ${by} and count once they are confirmed.`,
  },
});

interface Properties {
  readonly table: SheetImport;
  readonly register: RegisterCard;
  readonly onAnew: () => void;
}

/** What the check found, and what may be done about it. */
export function TableCheck({ table, register, onAnew }: Properties) {
  if (isUnderWay(table.check)) return <RowsBar job={table.check} />;
  if (table.checked === null) return <JobEnd job={table.check} onAnew={onAnew} />;
  return <Checked id={table.id} checked={table.checked} register={register} onAnew={onAnew} />;
}

function Checked({ id, checked, register, onAnew }: Omit<Properties, 'table'> & { readonly id: string; readonly checked: SheetCheck }) {
  const t = useTexts(texts);
  const { confirmer } = useTexts(registerTexts);
  const carrying = useWrite(carryOutRegisterTable);
  const errors = useDownload(readRegisterErrors);
  const { created, there, faulty, waiting } = checked;
  return (
    <CheckedTable
      checked={checked} figures={<CheckFigures figures={{ created, there, faulty }} />} moving={created} nothing={t.nothing}
      hint={waiting > 0 ? t.waiting(waiting, confirmer[register.confirmedBy]) : undefined}
      carryOutLabel={faulty > 0 ? t.faultless(created) : t.carryOut(created)}
      carryOut={{ ...carrying, run: () => carrying.mutate({ import: id, skipFaulty: faulty > 0 }) }}
      errors={{ ...errors, run: () => errors.mutate({ import: id }) }} onAnew={onAnew}
    />
  );
}
