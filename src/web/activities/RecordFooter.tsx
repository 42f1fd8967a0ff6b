import { Button } from 'antd';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { ListCounts } from './standing-of-person.ts';
import './activities.css';

const texts = defineTexts({
  zh: { expected: '应到', present: '实到', excused: '免计', absent: '未到', open: '未标注', begin: '选好活动后列出应到人员，标注后提交。', submit: '提交', save: '保存修改' },
  en: { expected: 'Expected', present: 'Present', excused: 'Excused', absent: 'Away', open: 'Not marked', begin: 'Choose the activity; then the people are listed to be marked and sent.', submit: 'Submit', save: 'Save the changes' },
});

interface Properties {
  /** Null until the list is there. */
  readonly counts: ListCounts | null;
  readonly amending: boolean;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  /** Why it was not accepted: stands where the thumb is. */
  readonly children: ReactNode;
}

/** Stays at the foot of the form: what the list comes to, and the button. */
export function RecordFooter({ counts, amending, busy, onSubmit, children }: Properties) {
  const t = useTexts(texts);
  const shown = counts === null ? [] : (['expected', 'present', 'excused', 'absent', 'open'] as const).filter((name) => name === 'expected' || name === 'present' || counts[name] > 0);
  return (
    <div className="record-footer">
      {children}
      {counts === null ? <p className="activity-hint">{t.begin}</p> : null}
      <dl className="record-counts" aria-live="polite">
        {shown.map((name) => <div key={name} className={name}><dt>{t[name]}</dt><dd>{counts?.[name]}</dd></div>)}
      </dl>
      <Button type="primary" size="large" loading={busy} disabled={counts === null} onClick={onSubmit}>{amending ? t.save : t.submit}</Button>
    </div>
  );
}
