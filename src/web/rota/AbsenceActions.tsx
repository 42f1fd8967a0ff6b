import { Button } from 'antd';
import { type AbsenceRow, confirmRota, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { restoreAbsence } from '#domain/rota/restoring-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import type { AbsenceTask } from './AbsenceSide.tsx';
import { absenceTexts, whoOf } from './absence-words.ts';

const texts = defineTexts({
  zh: {
    confirm: '审核', amend: '修改', withdraw: '撤回', restore: '恢复', restored: (who: string) => `已恢复${who}的登记；本人登记的待另一人审核。`,
    confirmed: (who: string) => `已审核${who}的登记，自即时起生效。`, withdrawn: (who: string) => `已撤回${who}的登记，期间恢复计入应到。`,
  },
  en: {
    confirm: 'Confirm', amend: 'Amend', withdraw: 'Withdraw', restore: 'Restore', restored: (who) => `The entry of ${who} is restored; what one entered for oneself waits for another.`,
    confirmed: (who) => `The entry of ${who} is confirmed and in effect.`, withdrawn: (who) => `The entry of ${who} is withdrawn; the time counts again.`,
  },
});

interface Properties {
  readonly row: AbsenceRow;
  readonly onTask: (task: AbsenceTask) => void;
  readonly onDone: (said: string | null) => void;
}

/** What may be done to an entry. Amending needs to see the reason, so it is not offered to whoever sees only its class. */
export function AbsenceActions({ row, onTask, onDone }: Properties) {
  const t = useTexts(texts);
  const who = whoOf(row, useTexts(absenceTexts));
  const confirming = useWrite(confirmRota);
  const withdrawing = useWrite(withdrawAbsence);
  const restoring = useWrite(restoreAbsence);
  const offerUndo = useUndo();
  const withdraw = () => withdrawing.mutate(read, { onSuccess: () => {
    onDone(null);
    offerUndo(t.withdrawn(who), (key) => call(restoreAbsence, { fact: row.fact, version: row.version + 1 }, { key }));
  } });
  const error = confirming.error ?? withdrawing.error ?? restoring.error;
  const { kind } = row;
  const read = { fact: row.fact, version: row.version };
  return (
    <span className="absence-actions unprinted">
      {row.mayConfirm ? (
        <Button size="small" type="primary" ghost loading={confirming.isPending} onClick={() => confirming.mutate(read, { onSuccess: () => onDone(t.confirmed(who)) })}>{t.confirm}</Button>
      ) : null}
      {kind && row.mayChange && !row.withdrawn && row.others === 0 ? <Button size="small" onClick={() => onTask({ kind, row })}>{t.amend}</Button> : null}
      {row.mayChange && !row.withdrawn ? <Button size="small" loading={withdrawing.isPending} onClick={withdraw}>{t.withdraw}</Button> : null}
      {row.mayChange && row.withdrawn ? <Button size="small" loading={restoring.isPending} onClick={() => restoring.mutate(read, { onSuccess: () => onDone(t.restored(who)) })}>{t.restore}</Button> : null}
      {row.version > 1 && row.kind ? <VersionsButton fact={row.fact} about={who} /> : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </span>
  );
}
