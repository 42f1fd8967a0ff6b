import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import './page-header.css';

const texts = defineTexts({
  zh: { count: (count: number) => `共 ${count} 项` },
  en: { count: (count: number) => `${count} in all` },
});

interface Properties {
  readonly title: ReactNode;
  /** How many the list below holds, under its filters. */
  readonly count?: number | undefined;
  /** What is counted, where a count of 项 would leave it open: 共 29 个党支部. */
  readonly counted?: (count: number) => string;
  /** What belongs to the title in smaller letters: a state, a period. */
  readonly beside?: ReactNode;
  /** Buttons; the main one last. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, count, counted, beside, actions }: Properties) {
  const t = useTexts(texts);
  return (
    <div className="page-header">
      <h1>{title}</h1>
      {count === undefined ? null : <span className="page-header-count">{(counted ?? t.count)(count)}</span>}
      {beside}
      {actions === undefined ? null : <div className="page-header-actions unprinted">{actions}</div>}
    </div>
  );
}
