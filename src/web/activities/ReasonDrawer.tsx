import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CallRefusal } from '#web/shell/call-refused.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { Field } from './Field.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

interface Properties {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen. */
  readonly what: string;
  readonly label: string;
  readonly button: string;
  readonly busy: boolean;
  readonly refusal: CallRefusal | null;
  readonly onSend: (reason: string) => void;
}

/** Asks for a reason and says what will happen. */
export function ReasonDrawer({ open, onClose, title, ...rest }: Properties) {
  return <SideForm open={open} onClose={onClose} title={title}><Reason {...rest} /></SideForm>;
}

function Reason({ what, label, button, busy, refusal, onSend }: Omit<Properties, 'open' | 'onClose' | 'title'>) {
  const [reason, setReason] = useState('');
  return (
    <div className="drawer-form">
      <p>{what}</p>
      <NonClassifiedNotice />
      <Field label={label} wide>{(id) => <Input.TextArea id={id} autoFocus value={reason} maxLength={500} rows={3} className="grows" onChange={(event) => setReason(event.target.value)} />}</Field>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
      <Button type="primary" disabled={reason.trim() === ''} loading={busy} onClick={() => onSend(reason)}>{button}</Button>
    </div>
  );
}
