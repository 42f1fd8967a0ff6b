import { Button, Form } from 'antd';
import { useState } from 'react';
import { amendLeave, listOwnLeaves, type OwnLeaveRow, recordOwnLeave, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { restoreAbsence } from '#domain/rota/restoring-contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { absenceTexts, standingOf } from './absence-words.ts';
import { ReasonField } from './ReasonField.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SpellFields } from './SpellFields.tsx';
import './rota.css';

const texts = defineTexts({
  zh: {
    title: '我的请假', record: '请假', amend: '修改请假', send: '提交', change: '修改', withdraw: '撤回', none: '没有请假记录', noneNext: '请假经审核后，期间的集中学习和会议自动免计或列为应补。',
    waits: '由支部书记、副书记或机关党委审核后生效；审核前可以修改或撤回。', settled: '已审核，更改请找支部记录员。',
    done: '已提交，待支部书记、副书记或机关党委审核。', withdrawn: '已撤回。',
  },
  en: {
    title: 'My leave', record: 'Ask for leave', amend: 'Amend leave', send: 'Submit', change: 'Amend', withdraw: 'Withdraw', none: 'No leave on record', noneNext: 'Once confirmed, studies and meetings in that time are excused, or listed as to be made up.',
    waits: 'It takes effect once the secretary, the deputy or the office has confirmed it; until then you may amend or withdraw it.', settled: 'Confirmed; to change it, ask the recorder of your branch.',
    done: 'Submitted; it waits for the secretary, the deputy or the office.', withdrawn: 'Withdrawn.',
  },
});

/** A member's own leave: asked for here, for a day that the address names or another, stood for by another (nobody excuses himself). */
export function MyLeavePage() {
  const t = useTexts(texts);
  const own = useCall(listOwnLeaves, {});
  const [{ day }, ask] = useAddress({ day: '' });
  const [open, setOpen] = useState<OwnLeaveRow | 'new' | null>(day === '' ? null : 'new');
  const [done, setDone] = useState<string | null>(null);
  const close = () => { setOpen(null); ask({ day: '' }); };
  const begin = (task: OwnLeaveRow | 'new') => { setDone(null); setOpen(task); };
  return (
    <>
      <PageHeader title={t.title} actions={<Button type="primary" onClick={() => begin('new')}>{t.record}</Button>} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {own.error ? <ErrorNote refusal={own.error.refusal} onRetry={() => void own.refetch()} /> : null}
      {own.isPending ? <LinesSkeleton /> : null}
      {own.data?.items.length === 0 ? <EmptyState title={t.none} next={t.noneNext} /> : null}
      <ul className="own-leaves">
        {own.data?.items.map((row) => <OwnLeave key={row.leave} row={row} reasons={own.data.reasons} onAmend={() => begin(row)} onDone={setDone} />)}
      </ul>
      <SideForm title={open === 'new' || open === null ? t.record : t.amend} open={open !== null} onClose={close}>
        {open === null ? null : <OwnLeaveForm row={open === 'new' ? null : open} day={day} onDone={() => { close(); setDone(t.done); }} />}
      </SideForm>
    </>
  );
}

interface OwnProperties {
  readonly row: OwnLeaveRow;
  readonly reasons: readonly { id: string; zh: string; en: string }[];
  readonly onAmend: () => void;
  readonly onDone: (said: string | null) => void;
}

function OwnLeave({ row, reasons, onAmend, onDone }: OwnProperties) {
  const t = useTexts(texts);
  const words = useTexts(absenceTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const withdrawing = useWrite(withdrawAbsence);
  const offerUndo = useUndo();
  const withdraw = () => withdrawing.mutate({ fact: row.leave, version: row.version }, { onSuccess: () => {
    onDone(null);
    offerUndo(t.withdrawn, (key) => call(restoreAbsence, { fact: row.leave, version: row.version + 1 }, { key }));
  } });
  const reason = reasons.find((it) => it.id === row.reason);
  return (
    <li>
      <p><b>{reason ? say(reason) : row.reason}</b> {row.waiting ? <StatusTag status="proposed" /> : <span className="rota-hint">{words[standingOf(row, today)]}</span>}</p>
      <p>{row.from} – {row.to}</p>
      <p className="rota-hint">{row.waiting ? t.waits : t.settled}</p>
      {row.waiting ? (
        <p className="absence-actions unprinted">
          <Button size="small" onClick={onAmend}>{t.change}</Button>
          <Button size="small" loading={withdrawing.isPending} onClick={withdraw}>{t.withdraw}</Button>
        </p>
      ) : null}
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
    </li>
  );
}

interface Fields {
  readonly reason: string;
  readonly from: string;
  readonly to: string;
}

function OwnLeaveForm({ row, day, onDone }: { readonly row: OwnLeaveRow | null; readonly day: string; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const recording = useWrite(recordOwnLeave);
  const amending = useWrite(amendLeave);
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('from', form);
  const send = (fields: Fields) => {
    if (row) amending.mutate({ leave: row.leave, version: row.version, ...fields }, { onSuccess: onDone });
    else recording.mutate(fields, { onSuccess: onDone });
  };
  const error = recording.error ?? amending.error;
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send} initialValues={row ? { reason: row.reason, from: row.from, to: row.to } : day === '' ? { from: today } : { from: day, to: day }}>
      <ReasonField day={from ?? today} />
      <SpellFields />
      <p className="rota-hint">{t.waits}</p>
      {error ? <Form.Item><ErrorNote refusal={error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={recording.isPending || amending.isPending}>{t.send}</Button>
    </Form>
  );
}
