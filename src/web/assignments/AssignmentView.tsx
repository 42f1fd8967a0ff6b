import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { acceptAssignment, type AssignmentPage, closeAssignment, handInAssignment, passOnAssignment, readAssignment, returnAssignment, takeBackReport } from '#domain/assignments/contract.ts';
import { reopenAssignment } from '#domain/assignments/restoring-contract.ts';
import { call } from '#web/shell/call.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptNote } from '#web/shell/KeptNote.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { useKeptState } from '#web/shell/use-kept-state.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PersonsField } from '#web/ui/PersonsField.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { assignmentTexts } from './assignment-texts.ts';
import { StageTag } from './StageTag.tsx';

const texts = defineTexts({
  zh: {
    report: '完成情况', handIn: '报结', accept: '办结', giveBack: '退回并说明', takeBack: '撤回报结', takeBackLate: '时限已过，撤回后再报按逾期计。', keep: '不撤回', passOn: '转交', passTo: '转交给', passReason: '转交原因', passHint: '完成时限不变；由接手的同志报结，计入接手的同志。', passedTo: (name: string) => `转交给${name}`, notDone: '记为未完成', cancel: '取消任务', reopen: '恢复任务', reopened: '任务已恢复，照取消前的状态继续办理。', restored: '恢复', reason: '说明（退回、未完成、取消须填写）', history: '办理经过',
    done: { open: '已撤回报结，回到待报结，可补充后再报。', passedOn: (name: string) => `已转交${name}。`, handedIn: '已报结，等待交办人办结。', accepted: '已办结，计入承办人的交办任务。', returned: '已退回承办人。', notDone: '已记为未完成。', cancelled: '任务已取消。' },
  },
  en: {
    report: 'What was done', handIn: 'Hand in', accept: 'Accept', giveBack: 'Return with a reason', takeBack: 'Take back', takeBackLate: 'Its day has passed: handed in again, it is late.', keep: 'Leave it', passOn: 'Pass on', passTo: 'To', passReason: 'Why', passHint: 'The day stays. Whoever takes it hands it in, and it counts for them.', passedTo: (name) => `Passed on to ${name}`, notDone: 'Not done', cancel: 'Cancel', reopen: 'Take it up again', reopened: 'The task goes on as it stood.', restored: 'Taken up again', reason: 'Reason (to return, cancel, or as not done)', history: 'What became of it',
    done: { open: 'Taken back; add to it and hand it in anew.', passedOn: (name) => `Passed on to ${name}.`, handedIn: 'Handed in; it waits to be accepted.', accepted: 'Accepted; it counts among the tasks of whoever did it.', returned: 'Returned.', notDone: 'Written down as not done.', cancelled: 'Cancelled.' },
  },
});

interface Properties {
  readonly assignment: string;
  readonly onDone: (said: string | null) => void;
}

/** One task beside the list: what it is, what became of it, and what the reader may do. */
export function AssignmentView({ assignment, onDone }: Properties) {
  const page = useCall(readAssignment, { assignment });
  if (page.error) return <ErrorNote refusal={page.error.refusal} />;
  return page.data ? <Shown page={page.data} onDone={onDone} /> : <LinesSkeleton />;
}

function Shown({ page, onDone }: { readonly page: AssignmentPage; readonly onDone: (said: string | null) => void }) {
  const t = useTexts(texts);
  const words = useTexts(assignmentTexts);
  const { row, report, versions } = page;
  return (
    <div className="assignment-view">
      <p className="assignment-what">{row.what}</p>
      <dl className="assignment-facts">
        <div><dt>{words.standing}</dt><dd><StageTag row={row} /></dd></div>
        <div><dt>{words.person}</dt><dd>{row.person.name} · {row.organisation.name}</dd></div>
        <div><dt>{words.by}</dt><dd>{row.by ?? words.system}</dd></div>
        <div><dt>{words.until}</dt><dd><DateText day={row.until} /></dd></div>
        {row.handedInOn === null ? null : <div><dt>{words.handedInOn}</dt><dd><DateText day={row.handedInOn} /></dd></div>}
        {report === '' ? null : <div><dt>{t.report}</dt><dd>{report}</dd></div>}
      </dl>
      {page.may.handIn.allowed ? <HandIn page={page} onDone={onDone} /> : null}
      {page.may.takeBack.allowed ? <TakeBack page={page} onDone={onDone} /> : null}
      {page.may.passOn.allowed && page.others.length > 0 ? <PassOn page={page} onDone={onDone} /> : null}
      {page.may.reopen.allowed ? <Reopen page={page} onDone={onDone} /> : null}
      {page.may.close.allowed ? <Settle page={page} onDone={onDone} /> : null}
      <h3>{t.history} {versions.length > 1 ? <VersionsButton fact={row.assignment} /> : null}</h3>
      <ol className="assignment-history">
        {versions.map((it, at) => <li key={it.version}><span className="date-text">{it.on}</span> <b>{actOf(it, versions[at + 1], t, words)}</b> {it.by ?? words.system}{it.said === '' ? null : <p>{it.said}</p>}</li>)}
      </ol>
    </div>
  );
}

type Version = AssignmentPage['versions'][number];

/** What a version of the task did, told from the one before it. */
function actOf(it: Version, before: Version | undefined, t: { readonly passedTo: (name: string) => string; readonly takeBack: string; readonly restored: string }, words: { readonly amended: string; readonly act: Readonly<Record<Version['stage'], string>> }): string {
  if (it.passedTo !== null) return t.passedTo(it.passedTo);
  if (before?.stage === 'cancelled' || before?.stage === 'notDone') return t.restored;
  if (before?.stage === 'handedIn' && it.stage === 'open') return t.takeBack;
  return before?.stage === it.stage ? words.amended : words.act[it.stage];
}

interface ActProperties {
  readonly page: AssignmentPage;
  readonly onDone: (said: string | null) => void;
}

function HandIn({ page, onDone }: ActProperties) {
  const t = useTexts(texts);
  const { assignment, version } = page.row;
  const { value: report, change, since, discard } = useKeptState(`report ${assignment} ${version}`, () => '');
  const handing = useWrite(handInAssignment);
  return (
    <div className="assignment-act">
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.report} placeholder={t.report} value={report} maxLength={500} rows={3} className="grows" onChange={(event) => change(() => event.target.value)} />
      {handing.error ? <ErrorNote refusal={handing.error.refusal} /> : null}
      <Button type="primary" loading={handing.isPending} onClick={() => handing.mutate({ assignment, version, report }, { onSuccess: () => { discard(); onDone(t.done.handedIn); } })}>{t.handIn}</Button>
    </div>
  );
}

/** Asked about only where handing in again would be late. */
function TakeBack({ page, onDone }: ActProperties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const taking = useWrite(takeBackReport);
  const offerUndo = useUndo();
  const { assignment, version, until, late } = page.row;
  const losing = today > until && !late;
  const send = () => taking.mutate({ assignment, version }, { onSuccess: (taken) => {
    onDone(losing ? t.done.open : null);
    if (!losing) offerUndo(t.done.open, (key) => call(handInAssignment, { assignment, version: taken.version, report: page.report }, { key }));
  } });
  return (
    <div className="assignment-act">
      {taking.error ? <ErrorNote refusal={taking.error.refusal} /> : null}
      {losing
        ? <Popconfirm title={t.takeBackLate} okText={t.takeBack} cancelText={t.keep} onConfirm={send}><Button loading={taking.isPending}>{t.takeBack}</Button></Popconfirm>
        : <Button loading={taking.isPending} onClick={send}>{t.takeBack}</Button>}
    </div>
  );
}

function Reopen({ page, onDone }: ActProperties) {
  const t = useTexts(texts);
  const reopening = useWrite(reopenAssignment);
  const { assignment, version } = page.row;
  return (
    <div className="assignment-act">
      {reopening.error ? <ErrorNote refusal={reopening.error.refusal} /> : null}
      <Button loading={reopening.isPending} onClick={() => reopening.mutate({ assignment, version }, { onSuccess: () => onDone(t.reopened) })}>{t.reopen}</Button>
    </div>
  );
}

function PassOn({ page, onDone }: ActProperties) {
  const t = useTexts(texts);
  const [person, setPerson] = useState<string | null>(null);
  const passing = useWrite(passOnAssignment);
  const { assignment, version } = page.row;
  const { value: reason, change, since, discard } = useKeptState(`pass on ${assignment} ${version}`, () => '');
  const name = page.others.find(({ id }) => id === person)?.name ?? '';
  const send = () => {
    if (person !== null) passing.mutate({ assignment, version, person, reason }, { onSuccess: () => { discard(); onDone(t.done.passedOn(name)); } });
  };
  return (
    <details className="assignment-act">
      <summary>{t.passOn}</summary>
      <p className="room-hint">{t.passHint}</p>
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <NonClassifiedNotice />
      <PersonsField label={t.passTo} people={page.others} value={person} onChange={setPerson} />
      <Input.TextArea aria-label={t.passReason} placeholder={t.passReason} value={reason} maxLength={200} rows={2} className="grows" onChange={(event) => change(() => event.target.value)} />
      {passing.error ? <ErrorNote refusal={passing.error.refusal} /> : null}
      <Button disabled={person === null || reason.trim() === ''} loading={passing.isPending} onClick={send}>{t.passOn}</Button>
    </details>
  );
}

function Settle({ page, onDone }: ActProperties) {
  const t = useTexts(texts);
  const say = useWords();
  const accepting = useWrite(acceptAssignment);
  const returning = useWrite(returnAssignment);
  const closing = useWrite(closeAssignment);
  const { assignment, version, stage } = page.row;
  const read = { assignment, version };
  const { value: reason, change, since, discard } = useKeptState(`settle ${assignment} ${version}`, () => '');
  const error = accepting.error ?? returning.error ?? closing.error;
  const unsaid = reason.trim() === '';
  const offerUndo = useUndo();
  const close = (as: 'notDone' | 'cancelled') => closing.mutate({ ...read, as, reason }, { onSuccess: (settled) => {
    discard();
    onDone(null);
    offerUndo(t.done[as], (key) => call(reopenAssignment, { assignment, version: settled.version }, { key }));
  } });
  const waits = stage === 'handedIn';
  return (
    <div className="assignment-act">
      {waits ? (
        <Button
          type="primary" disabled={!page.may.accept.allowed} {...(page.may.accept.why ? { title: say(page.may.accept.why) } : {})} loading={accepting.isPending}
          onClick={() => accepting.mutate(read, { onSuccess: () => onDone(t.done.accepted) })}
        >{t.accept}</Button>
      ) : null}
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} value={reason} maxLength={200} rows={2} className="grows" onChange={(event) => change(() => event.target.value)} />
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      <div className="assignment-buttons">
        {waits ? <Button disabled={unsaid} loading={returning.isPending} onClick={() => returning.mutate({ ...read, reason }, { onSuccess: () => { discard(); onDone(t.done.returned); } })}>{t.giveBack}</Button> : null}
        <Button disabled={unsaid} loading={closing.isPending} onClick={() => close('notDone')}>{t.notDone}</Button>
        <Button disabled={unsaid} loading={closing.isPending} onClick={() => close('cancelled')}>{t.cancel}</Button>
      </div>
    </div>
  );
}
