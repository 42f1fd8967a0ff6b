import { Button } from 'antd';
import { useState } from 'react';
import type { SelectionView } from '#domain/selections/contract.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { DecideForm, NoticeForm, ReasonForm } from './OfficeForms.tsx';
import { NominateForm } from './NominateForm.tsx';
import { selectionTexts } from './selection-texts.ts';

const texts = defineTexts({
  zh: {
    quota: (count: number) => `名额 ${count} 名`, nominate: '推荐人选', notice: '公示', take: '撤回公示', decide: '登记决定', withdraw: '撤回推荐', print: '打印公示', proposed: '推荐人选', noProposals: '还没有推荐。',
    noticed: (from: string, until: string) => `公示名单（${from} 至 ${until}）`, over: '公示期满', decided: (on: string, document: string) => `表彰决定（${on}，${document}）`, by: (name: string, on: string) => `${name} ${on} 推荐`, returned: (on: string, reason: string) => `${on} 撤回公示：${reason}`,
    sent: '已推荐，党务办可以看到。', posted: '已公示，全体党员可以查看。', back: '公示已撤回，可以调整名单后重新公示。', done: '决定已登记。',
    provisional: '放假安排待公告，截止日暂定', struck: '异议成立，取消人选', object: '提出异议', objectTo: (name: string) => `对${name}提出异议`, disputed: (count: number) => `公示期间有 ${count} 件异议未办结，办结后才能作出决定。`,
    whyNotice: '撤回公示的理由', whyNomination: '撤回推荐的理由',
  },
  en: {
    quota: (count) => `${count} places`, nominate: 'Propose a member', notice: 'Give public notice', take: 'Take the notice back', decide: 'Enter the decision', withdraw: 'Take back', print: 'Print the notice', proposed: 'Proposals', noProposals: 'Nobody is proposed yet.',
    noticed: (from, until) => `Public notice (${from} to ${until})`, over: 'the notice is over', decided: (on, document) => `Decision (${on}, ${document})`, by: (name, on) => `proposed by ${name} on ${on}`, returned: (on, reason) => `Notice taken back on ${on}: ${reason}`,
    sent: 'Proposed; the Party office can see it.', posted: 'Notice is given to all members.', back: 'The notice is taken back; the list can be changed and posted again.', done: 'The decision is entered.',
    provisional: 'holidays are not announced, the last day is provisional', struck: 'objection upheld, taken off', object: 'Object', objectTo: (name) => `Object to ${name}`, disputed: (count) => `${count} objections to the notice are open; the decision waits for them.`,
    whyNotice: 'Why the notice is taken back', whyNomination: 'Why the proposal is taken back',
  },
});

type Task = 'nominate' | 'notice' | 'take' | 'decide' | { readonly person: string };

const status = { opened: 'proposing', noticed: 'onNotice', decided: 'decided' } as const;

/** What moves it on, for whoever is asked now; null while it is the turn of others. */
export function nextOf({ may, stage, nominees, nominating }: SelectionView): 'nominate' | 'notice' | 'decide' | null {
  if (may.decide && stage === 'noticed') return 'decide';
  if (may.run && stage === 'opened' && nominees.length > 0) return 'notice';
  return nominating.length > 0 ? 'nominate' : null;
}

interface Properties {
  readonly it: SelectionView;
  /** Whether its next step is the main action of the page. */
  readonly leads: boolean;
  readonly onDone: (said: string | null) => void;
}

/** One selection: what is proposed, what stands on notice, what was decided, and what may be done now. */
export function SelectionCard({ it, leads, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const [task, setTask] = useState<Task | null>(null);
  const typeOf = (step: Task) => (leads && nextOf(it) === step ? 'primary' : 'default');
  const settle = (said: string | null) => { setTask(null); onDone(said); };
  return (
    <section className="selection" aria-label={it.title}>
      <header>
        <h2>{it.title}</h2><StatusTag status={status[it.stage]} /><span>{it.organisation.name} · {t.quota(it.quota)}</span>
        <div className="selection-acts">
          {it.nominating.length > 0 ? <Button type={typeOf('nominate')} onClick={() => setTask('nominate')}>{t.nominate}</Button> : null}
          {it.may.run && it.stage === 'opened' && it.nominees.length > 0 ? <Button type={typeOf('notice')} onClick={() => setTask('notice')}>{t.notice}</Button> : null}
          {it.notice ? <PathLink to={paths.selectionNotice(it.selection)} search={{ year: String(it.year) }} className="link-button">{t.print}</PathLink> : null}
          {it.may.run && it.stage === 'noticed' ? <Button onClick={() => setTask('take')}>{t.take}</Button> : null}
          {it.may.decide && it.stage === 'noticed' ? <Button type={typeOf('decide')} onClick={() => setTask('decide')}>{t.decide}</Button> : null}
        </div>
      </header>
      {it.decision ? <Named title={t.decided(it.decision.on, it.decision.document)} persons={it.decision.persons} /> : null}
      {it.notice ? <Noticed it={it} notice={it.notice} /> : null}
      {it.may.run || it.nominating.length > 0 || it.nominees.length > 0 ? <h3>{t.proposed}</h3> : null}
      {it.nominees.length === 0 && (it.may.run || it.nominating.length > 0) ? <p className="room-hint">{t.noProposals}</p> : null}
      <ul className="selection-nominees">
        {it.nominees.map(({ person, organisation, minutes, reason, by, on, mayWithdraw }) => (
          <li key={person.id}>
            <span><b>{person.name}</b> {person.number} · {organisation.name}</span><span>{reason}</span><small>{minutes} · {t.by(by ?? words.system, on)}</small>
            {mayWithdraw ? <Button size="small" onClick={() => setTask({ person: person.id })}>{t.withdraw}</Button> : null}
          </li>
        ))}
      </ul>
      {it.returned.map(({ on, reason }) => <p key={`${on} ${reason}`} className="room-hint">{t.returned(on, reason)}</p>)}
      <SideForm title={t.nominate} open={task === 'nominate'} onClose={() => setTask(null)}><NominateForm it={it} onDone={() => settle(t.sent)} /></SideForm>
      <SideForm title={t.notice} open={task === 'notice'} onClose={() => setTask(null)}><NoticeForm it={it} onDone={() => settle(t.posted)} /></SideForm>
      <SideForm title={t.decide} open={task === 'decide'} onClose={() => setTask(null)}><DecideForm it={it} onDone={() => settle(t.done)} /></SideForm>
      <SideForm title={t.take} open={task === 'take'} onClose={() => setTask(null)}><ReasonForm it={it} person={null} label={t.whyNotice} act={t.take} onDone={() => settle(t.back)} /></SideForm>
      <SideForm title={t.withdraw} open={typeof task === 'object' && task !== null} onClose={() => setTask(null)}>
        {typeof task === 'object' && task !== null ? <ReasonForm it={it} person={task.person} label={t.whyNomination} act={t.withdraw} onDone={() => settle(null)} /> : null}
      </SideForm>
    </section>
  );
}

/** Who stands on the notice; whoever belongs to the bureau may object to one of them while it stands. */
function Noticed({ it, notice }: { readonly it: SelectionView; readonly notice: NonNullable<SelectionView['notice']> }) {
  const t = useTexts(texts);
  const { person: me } = useWhoAmI();
  return (
    <>
      <h3>{t.noticed(notice.from, notice.until)}{notice.provisional ? ` · ${t.provisional}` : notice.over ? ` · ${t.over}` : ''}</h3>
      <ul className="selection-named">
        {notice.persons.map(({ person, organisation, struck, mayObject }) => (
          <li key={person.id}>
            {struck ? <s>{person.name}</s> : <b>{person.name}</b>} {organisation} {struck ? <small>{t.struck}</small> : null}
            {mayObject && me !== null ? <PathLink to={paths.raiseObjection()} search={{ subject: 'person', of: me.id, selection: it.selection, listed: person.id }} className="selection-object" label={t.objectTo(person.name)}>{t.object}</PathLink> : null}
          </li>
        ))}
      </ul>
      {notice.disputed === null || notice.disputed === 0 ? null : <p className="selection-disputed" role="status"><CountLink to={paths.objections()} search={{ list: 'open' }} value={notice.disputed}>{t.disputed(notice.disputed)}</CountLink></p>}
    </>
  );
}

function Named({ title, persons }: { readonly title: string; readonly persons: NonNullable<SelectionView['decision']>['persons'] }) {
  return <><h3>{title}</h3><ul className="selection-named">{persons.map(({ person, organisation }) => <li key={person.id}><b>{person.name}</b> {organisation}</li>)}</ul></>;
}
