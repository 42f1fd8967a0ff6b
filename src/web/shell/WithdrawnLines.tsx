import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { defineTexts, useTexts } from './language.tsx';
import './withdrawn-lines.css';

const texts = defineTexts({
  zh: { by: (name: string, on: string) => `${name} ${on} 撤回`, somebody: '公用账号', restore: '恢复' },
  en: { by: (name, on) => `withdrawn by ${name} on ${on}`, somebody: 'an office account', restore: 'Restore' },
});

interface Line {
  readonly id: string;
  readonly what: ReactNode;
  readonly by: string | null;
  readonly on: string;
  readonly restore: () => void;
}

interface Properties {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly busy: boolean;
  readonly refusal: Parameters<typeof ErrorNote>[0]['refusal'] | null;
}

/** What was withdrawn and stands in no other way since, each with its way back; nothing where there is none. */
export function WithdrawnLines({ title, lines, busy, refusal }: Properties) {
  const t = useTexts(texts);
  if (lines.length === 0) return null;
  return (
    <details className="withdrawn-lines unprinted">
      <summary>{title}</summary>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span>{line.what}</span> <span className="faint">{t.by(line.by ?? t.somebody, line.on)}</span>
            <Button size="small" loading={busy} onClick={line.restore}>{t.restore}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
