import { Button } from 'antd';
import type { ArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import { restoreArrangement } from '#domain/activities/restoring-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: { title: (count: number) => `已撤回的安排 ${count} 项`, by: (name: string, on: string) => `${name} ${on} 撤回`, somebody: '公用账号', restore: '恢复' },
  en: { title: (count) => `Withdrawn (${count})`, by: (name, on) => `withdrawn by ${name} on ${on}`, somebody: 'an office account', restore: 'Restore' },
});

/** What was withdrawn of the month, each with its way back. */
export function WithdrawnArrangements({ rows, onRestored }: { readonly rows: ArrangementMonth['withdrawn']; readonly onRestored: (sessions: number) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const restoring = useWrite(restoreArrangement);
  if (rows.length === 0) return null;
  return (
    <details className="arranged-withdrawn">
      <summary>{t.title(rows.length)}</summary>
      {restoring.error ? <ErrorNote refusal={restoring.error.refusal} /> : null}
      <ul className="arranged">
        {rows.map(({ arrangement, version, day, from, to, topic, named, by, on }) => (
          <li key={arrangement}>
            <DateText day={day} hours={`${from}–${to}`} />
            <span className="arranged-what"><b>{named.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ')}</b> {topic}</span>
            <span className="arranged-progress">{t.by(by ?? t.somebody, on)}</span>
            <span className="arranged-buttons">
              <Button size="small" loading={restoring.isPending} onClick={() => restoring.mutate({ arrangement, version }, { onSuccess: (restored) => onRestored(restored.sessions) })}>{t.restore}</Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
