import { carryOutAttendanceTable, type GridCheck, type GridImport, readAttendanceErrors } from '#domain/activities/grid/grid-contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { CheckedTable } from '#web/shell/CheckedTable.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { FoundSessions } from './FoundSessions.tsx';
import { MarkTable } from './MarkTable.tsx';

const texts = defineTexts({
  zh: {
    carryOut: (count: number, makeUps: number) => `导入 ${count} 次活动${makeUps > 0 ? `、${makeUps} 人次补学` : ''}`, faultless: (count: number) => `只导入无误的 ${count} 次活动`,
    nothing: '表中的活动都已登记，没有需要导入的。',
  },
  en: {
    carryOut: (count, makeUps) => `Import ${count} sessions${makeUps > 0 ? ` and ${makeUps} make-ups` : ''}`, faultless: (count) => `Import only the ${count} sessions without problems`,
    nothing: 'Every session is recorded already; there is nothing to import.',
  },
});

interface Properties {
  readonly grid: GridImport;
  readonly onAnew: () => void;
  /** The same file was left to be checked again. */
  readonly onChecked: (id: string) => void;
}

/** What the check found: what the marks mean, which sessions there are, and what is wrong. */
export function GridCheckStep({ grid, onAnew, onChecked }: Properties) {
  if (isUnderWay(grid.check)) return <RowsBar job={grid.check} />;
  if (grid.checked === null) return <JobEnd job={grid.check} onAnew={onAnew} />;
  return <Checked id={grid.id} checked={grid.checked} onAnew={onAnew} onChecked={onChecked} />;
}

function Checked({ id, checked, onAnew, onChecked }: Omit<Properties, 'grid'> & { readonly id: string; readonly checked: GridCheck }) {
  const t = useTexts(texts);
  const carrying = useWrite(carryOutAttendanceTable);
  const errors = useDownload(readAttendanceErrors);
  const { created, there, faulty, makeUps } = checked;
  return (
    <>
      <CheckedTable
        checked={checked} figures={<CheckFigures figures={{ created, there, faulty }} />} moving={created + makeUps} nothing={t.nothing}
        carryOutLabel={faulty > 0 ? t.faultless(created) : t.carryOut(created, makeUps)} unit="session"
        carryOut={{ ...carrying, run: () => carrying.mutate({ import: id, skipFaulty: faulty > 0 }) }}
        errors={{ ...errors, run: () => errors.mutate({ import: id }) }} onAnew={onAnew}
      />
      <MarkTable id={id} checked={checked} onChecked={onChecked} />
      <FoundSessions sheets={checked.sheets} />
    </>
  );
}
