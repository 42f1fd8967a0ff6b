import type { ReactNode } from 'react';
import './empty-state.css';

interface Properties {
  /** What is not there, in one sentence. */
  readonly title: string;
  /** What to do about it. */
  readonly next?: string | undefined;
  /** The button that does it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, next, action }: Properties) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {next === undefined ? null : <p>{next}</p>}
      {action === undefined ? null : <div className="empty-state-action">{action}</div>}
    </div>
  );
}
