import type { AbsenceRow } from '#domain/rota/absence-contract.ts';
import { listShiftTeams } from '#domain/rota/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ClosedDutyForm } from './ClosedDutyForm.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { SecondmentForm } from './SecondmentForm.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: {
    leave: (old: boolean): string => (old ? '修改请假' : '登记请假'), closedDuty: (old: boolean): string => (old ? '修改全封闭执勤' : '登记全封闭执勤'),
    secondment: (old: boolean): string => (old ? '修改借调' : '登记借调'),
  },
  en: {
    leave: (old) => (old ? 'Amend leave' : 'Enter leave'), closedDuty: (old) => (old ? 'Amend closed duty' : 'Enter closed duty'),
    secondment: (old) => (old ? 'Amend a secondment' : 'Enter a secondment'),
  },
});

/** What is being entered, or amended when there is a row. */
export interface AbsenceTask {
  readonly kind: 'leave' | 'closedDuty' | 'secondment';
  readonly row: AbsenceRow | null;
}

interface Properties {
  readonly task: AbsenceTask | null;
  readonly organisation: string;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function AbsenceSide({ task, organisation, onClose, onDone }: Properties) {
  const t = useTexts(texts);
  const teams = useCall(listShiftTeams, { organisation }, { enabled: task !== null && organisation !== '' });
  const form = { organisation, people: teams.data?.people, row: task?.row ?? null, onDone };
  return (
    <SideForm title={task ? t[task.kind](task.row !== null) : ''} open={task !== null} onClose={onClose}>
      {task?.kind === 'leave' ? <LeaveForm {...form} /> : null}
      {task?.kind === 'closedDuty' ? <ClosedDutyForm {...form} /> : null}
      {task?.kind === 'secondment' ? <SecondmentForm {...form} /> : null}
    </SideForm>
  );
}
