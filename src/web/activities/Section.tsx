import { useId, type ReactNode } from 'react';
import './activities.css';

interface Properties {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** One block of a form or a page. */
export function Section({ title, beside, children }: Properties) {
  const heading = useId();
  return (
    <section className="activity-section" aria-labelledby={heading}>
      <div className="activity-section-head"><h2 id={heading}>{title}</h2>{beside}</div>
      {children}
    </section>
  );
}
