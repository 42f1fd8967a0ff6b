import { carryOutRoster, readRosterErrors, type RosterCheck, type RosterImport } from '#domain/imports/contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { CheckedTable } from '#web/shell/CheckedTable.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';

const texts = defineTexts({
  zh: { carryOut: (count: number) => `导入 ${count} 人`, faultless: (count: number) => `只导入无误的 ${count} 人`, nothing: '这份花名册与系统一致，没有需要导入的。' },
  en: { carryOut: (count) => `Import ${count} people`, faultless: (count) => `Import only the ${count} without problems`, nothing: 'The roster says what the system says; there is nothing to import.' },
});

/** What the check found, and what may be done about it. */
export function CheckStep({ roster, onAnew }: { readonly roster: RosterImport; readonly onAnew: () => void }) {
  if (isUnderWay(roster.check)) return <RowsBar job={roster.check} />;
  if (roster.checked === null) return <JobEnd job={roster.check} onAnew={onAnew} />;
  return <Checked id={roster.id} checked={roster.checked} onAnew={onAnew} />;
}

function Checked({ id, checked, onAnew }: { readonly id: string; readonly checked: RosterCheck; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const carrying = useWrite(carryOutRoster);
  const errors = useDownload(readRosterErrors);
  const moving = checked.created + checked.changed;
  return (
    <CheckedTable
      checked={checked} figures={<CheckFigures figures={checked} />} moving={moving} nothing={t.nothing}
      carryOutLabel={checked.faulty > 0 ? t.faultless(moving) : t.carryOut(moving)}
      carryOut={{ ...carrying, run: () => carrying.mutate({ import: id, skipFaulty: checked.faulty > 0 }) }}
      errors={{ ...errors, run: () => errors.mutate({ import: id }) }} onAnew={onAnew}
    />
  );
}
