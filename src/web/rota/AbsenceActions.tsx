import { Button, Popconfirm } from 'antd';
import { type AbsenceRow, confirmRota, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
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
        <Popconfirm title={t.sure} okText={t.withdraw} cancelText={t.keep} onConfirm={() => withdrawing.mutate(read, { onSuccess: () => onDone(t.withdrawn(who)) })}>
          <Button size="small" loading={withdrawing.isPending}>{t.withdraw}</Button>
        </Popconfirm>
      ) : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </span>
  );
}
