import { Button, Popconfirm } from 'antd';
import { type AbsenceRow, confirmRota, type LeaveReasonRow, listLeaveReasons, recordClosedDuty, recordLeave, recordSecondment, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { call } from '#web/shell/call.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { type Restore, useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import type { AbsenceTask } from './AbsenceSide.tsx';
import { absenceTexts, whoOf } from './absence-words.ts';

const texts = defineTexts({
  zh: {
    confirm: '审核', amend: '修改', withdraw: '撤回', sure: '撤回后，期间恢复计入应到。', keep: '取消',
    confirmed: (who: string) => `已审核${who}的登记，自即时起生效。`, withdrawn: (who: string) => `已撤回${who}的登记，期间恢复计入应到。`,
  },
  en: {
    confirm: 'Confirm', amend: 'Amend', withdraw: 'Withdraw', sure: 'The time will count as expected again.', keep: 'Keep it',
    confirmed: (who) => `The entry of ${who} is confirmed and in effect.`, withdrawn: (who) => `The entry of ${who} is withdrawn; the time counts again.`,
  },
});

interface Properties {
  /** Where the register stands that shows the row. */
  readonly organisation: string;
  readonly row: AbsenceRow;
  readonly onTask: (task: AbsenceTask) => void;
  readonly onDone: (said: string | null) => void;
}

/** What may be done to an entry. Amending needs to see the reason, so it is not offered to whoever sees only its class. */
export function AbsenceActions({ organisation, row, onTask, onDone }: Properties) {
  const t = useTexts(texts);
  const who = whoOf(row, useTexts(absenceTexts));
  const confirming = useWrite(confirmRota);
  const withdrawing = useWrite(withdrawAbsence);
  const offerUndo = useUndo();
  const reasons = useCall(listLeaveReasons, {});
  const withdraw = () => withdrawing.mutate(read, { onSuccess: () => {
    const restore = restoring(organisation, reasons.data?.items ?? [], row);
    onDone(restore ? null : t.withdrawn(who));
    if (restore) offerUndo(t.withdrawn(who), restore);
  } });
  const error = confirming.error ?? withdrawing.error;
  const { kind } = row;
  const read = { fact: row.fact, version: row.version };
  return (
    <span className="absence-actions unprinted">
      {row.mayConfirm ? (
        <Button size="small" type="primary" ghost loading={confirming.isPending} onClick={() => confirming.mutate(read, { onSuccess: () => onDone(t.confirmed(who)) })}>{t.confirm}</Button>
      ) : null}
      {kind && row.mayChange && row.others === 0 ? <Button size="small" onClick={() => onTask({ kind, row })}>{t.amend}</Button> : null}
      {row.mayChange ? (
        <Popconfirm title={t.sure} okText={t.withdraw} cancelText={t.keep} onConfirm={withdraw}>
          <Button size="small" loading={withdrawing.isPending}>{t.withdraw}</Button>
        </Popconfirm>
      ) : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </span>
  );
}

/** Enters the same again; null where the row does not show all of it, or it was no leave that one enters by hand. */
function restoring(organisation: string, forLeave: readonly LeaveReasonRow[], { kind, people, others, from, to, reason, studyAtPost, seconded }: AbsenceRow): Restore | null {
  const [first] = people;
  if (!first || others > 0) return null;
  // A day on duty comes from the list of the duty office; nobody enters its reason here.
  if (kind === 'leave' && to !== null && reason !== undefined && forLeave.some(({ id }) => id === reason)) return (key) => call(recordLeave, { organisation, person: first.id, reason, from, to }, { key });
  if (kind === 'closedDuty' && to !== null) return (key) => call(recordClosedDuty, { organisation, persons: people.map(({ id }) => id), from, to, studyAtPost: studyAtPost ?? false }, { key });
  return kind === 'secondment' && seconded !== undefined ? (key) => call(recordSecondment, { organisation, person: first.id, seconded: seconded?.id ?? null, from, to }, { key }) : null;
}
