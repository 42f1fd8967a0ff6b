import { useId, type ReactNode } from 'react';
import './activities.css';

interface Properties {
  readonly label: string;
  /** Said beside the label where a field may stay empty or needs a word. */
  readonly note?: string | undefined;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}

/** A labelled field; the label belongs to whatever takes the id. */
export function Field({ label, note, wide = false, children }: Properties) {
  const id = useId();
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}{note === undefined ? null : <span className="field-note">{note}</span>}</label>
      {children(id)}
    </div>
  );
}
