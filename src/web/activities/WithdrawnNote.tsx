import { Button } from 'antd';
import { restoreSession } from '#domain/activities/restoring-contract.ts';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './session-page.css';

const texts = defineTexts({
  zh: {
    gone: (by: string, on: string) => `${by} 于 ${on} 撤回，不计入出勤和积分。`, somebody: '公用账号', restore: '恢复', reason: (said: string) => `撤回理由：${said}`,
    held: '恢复后，出勤名单、补学和会议内容照原样计入，是否补录仍按首次记录的日期；原审核不再有效，须由恢复人以外的人重新审核。',
    plan: '恢复后照原安排办理。', notHeld: '恢复后仍为“未开展”，原说明不变。',
  },
  en: {
    gone: (by, on) => `Withdrawn by ${by} on ${on}; it counts neither for attendance nor for points.`, somebody: 'an office account', restore: 'Restore', reason: (said) => `Why: ${said}`,
    held: 'Restored, attendance, make-ups and minutes count as they were, and it is as late as its first record; an earlier confirmation no longer stands, somebody else than who restores it confirms it anew.',
    plan: 'Restored, it is held as it was planned.', notHeld: 'Restored, it is “not held” again.',
  },
});

/** Of a session that was withdrawn: by whom and when, and how it comes back. */
export function WithdrawnNote({ record: { session, version, versions, reason, may } }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const restoring = useWrite(restoreSession);
  const [last] = versions;
  if (last?.change !== 'withdrawn') return null;
  return (
    <div className="session-withdrawn" role="note">
      <p>{t.gone(last.by ?? t.somebody, last.on)}</p>
      {reason === '' ? null : <p>{t.reason(reason)}</p>}
      {may.restore.allowed ? <p>{{ held: t.held, notHeld: t.notHeld, arranged: t.plan }[last.stage]}</p> : null}
      {restoring.error ? <ErrorNote refusal={restoring.error.refusal} /> : null}
      {may.restore.allowed ? <Button className="unprinted" loading={restoring.isPending} onClick={() => restoring.mutate({ session, version })}>{t.restore}</Button> : null}
    </div>
  );
}
