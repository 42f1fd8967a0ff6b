import { useQueryClient } from '@tanstack/react-query';
import { Form, type FormProps } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { keepDraft, keptDraft } from './kept-draft.ts';
import { KeptNote } from './KeptNote.tsx';
import { useWhoAmI } from './session.tsx';

interface Properties<T> extends Omit<FormProps<T>, 'children'> {
  /** What the form is about, with its id and version: a draft of something else is of no use. */
  readonly of: string;
  /** What is said in confidence stays with this tab of the browser and not on the device. */
  readonly tabOnly?: boolean;
  /** Told of what is taken up again, where choices hang on it. */
  readonly onTaken?: (values: Partial<T>) => void;
  readonly children: ReactNode;
}

/**
 * A form whose content stays on the device until it is written or discarded, under the account that typed it: neither a
 * session that ended nor signing out nor a page that was left loses it. What was taken up again says so.
 */
export function KeptForm<T extends object>(properties: Properties<T>) {
  const { account } = useWhoAmI();
  const place = `zhibu.form.${account}.${properties.of}`;
  return <Keeping key={place} {...properties} place={place} />;
}

function Keeping<T extends object>({ of: _, place, tabOnly = false, onTaken, form: given, onFinish, onValuesChange, children, ...others }: Properties<T> & { readonly place: string }) {
  const [own] = Form.useForm<T>();
  const form = given ?? own;
  const store = tabOnly ? sessionStorage : localStorage;
  const [kept, setKept] = useState(() => keptDraft<Partial<T>>(store, place));
  const sent = useForgetting(() => { store.removeItem(place); setKept(null); });
  const taken = useRef(kept);
  useEffect(() => {
    if (taken.current === null) return;
    // Part of a form's own values, as they were when it kept them.
    form.setFieldsValue(taken.current.value as Parameters<typeof form.setFieldsValue>[0]);
    onTaken?.(taken.current.value);
    taken.current = null;
  }, [form, onTaken]);
  const discard = () => {
    store.removeItem(place);
    form.resetFields();
    setKept(null);
  };
  return (
    <Form<T>
      {...others} form={form} onFinish={(values) => { sent.current = true; onFinish?.(values); }}
      onValuesChange={(changed, all) => { keepDraft(store, place, all); onValuesChange?.(changed, all); }}
    >
      {kept === null ? null : <KeptNote at={kept.at} onDiscard={discard} />}
      {children}
    </Form>
  );
}

/** Once the form was sent, the next write that succeeds is its own. */
function useForgetting(forget: () => void): { current: boolean } {
  const sent = useRef(false);
  const latest = useRef(forget);
  const writes = useQueryClient().getMutationCache();
  useEffect(() => { latest.current = forget; });
  useEffect(() => writes.subscribe((event) => {
    if (event.type !== 'updated' || !sent.current || (event.action.type !== 'success' && event.action.type !== 'error')) return;
    if (event.action.type === 'success') latest.current();
    sent.current = false;
  }), [writes]);
  return sent;
}
