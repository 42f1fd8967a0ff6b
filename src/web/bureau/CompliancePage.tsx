import { Button } from 'antd';
import { useState } from 'react';
import { restrictedFunctions, type SwitchName } from '#domain/bureau/compliance.ts';
import { readCompliance } from '#domain/bureau/compliance-contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { ComplianceForm } from './ComplianceForm.tsx';
import '#web/ui/room.css';
import './bureau.css';

const texts = defineTexts({
  zh: {
    title: '合规开关', hint: '“指尖上的形式主义”有关规定限制的功能，以及本系统的做法。能开关的，由局领导依据文件变更，变更永久留痕；没有此功能的，不设开关。',
    name: '功能', phone: '手机端', desk: '电脑端', why: '缘由', state: '开关', absent: '不设开关', always: '始终开放', open: '已开启', closed: '已关闭', change: '变更', done: '已变更。',
    history: '变更记录', none: '没有变更过，均为默认。',
    line: (name: string, it: { opened: boolean; document: string; decidedBy: string; decidedOn: string; until: string | null; changedBy: string }, at: string) =>
      `“${name}”${it.opened ? '开启' : '关闭'}　依据 ${it.document}（${it.decidedBy}，${it.decidedOn}）　${it.until === null ? '长期' : `至 ${it.until}`}　${it.changedBy} ${at} 办理`,
  },
  en: {
    title: 'Compliance switches', hint: 'What rules against formalism on screens restrict, and how it is here. What can be switched is changed by a bureau leader on a document, and every change stays; where there is no such function there is no switch.',
    name: 'Function', phone: 'Phone', desk: 'Desk', why: 'Why', state: 'Switch', absent: 'none', always: 'always there', open: 'open', closed: 'closed', change: 'Change', done: 'Changed.',
    history: 'Changes', none: 'Nothing was ever changed; all stand by default.',
    line: (name, it, at) => `“${name}” ${it.opened ? 'opened' : 'closed'} on ${it.document} (${it.decidedBy}, ${it.decidedOn}), ${it.until === null ? 'until changed' : `until ${it.until}`}; by ${it.changedBy}, ${at}`,
  },
});

/** What is restricted, how it stands, and on whose authority. */
export function CompliancePage() {
  const t = useTexts(texts);
  const say = useWords();
  const read = useCall(readCompliance, {});
  const [changing, setChanging] = useState<SwitchName | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { open, changes, maySet } = read.data;
  const nameOf = (of: SwitchName) => say(restrictedFunctions.find((it) => it.switch === of)?.name ?? { zh: of, en: of });
  return (
    <>
      <PageHeader title={t.title} />
      {said === null ? null : <SuccessNote>{said}</SuccessNote>}
      <p className="room-hint">{t.hint}</p>
      <ul className="compliance">
        {restrictedFunctions.map((it) => (
          <li key={it.name.en}>
            <b>{say(it.name)}</b>
            <dl>
              <div><dt>{t.phone}</dt><dd>{say(it.phone)}</dd></div>
              <div><dt>{t.desk}</dt><dd>{say(it.desk)}</dd></div>
              <div><dt>{t.why}</dt><dd>{say(it.why)}</dd></div>
              <div><dt>{t.state}</dt><dd>
                {it.switch === 'absent' || it.switch === 'always' ? t[it.switch] : <SwitchState name={it.switch} open={open.includes(it.switch)} {...(maySet ? { onChange: setChanging } : {})} />}
              </dd></div>
            </dl>
          </li>
        ))}
      </ul>
      <section className="room-section">
        <h2>{t.history}</h2>
        {changes.length === 0 ? <p className="faint">{t.none}</p> : null}
        <ul className="room-lines">{changes.map((it) => <li key={it.changedAt}>{t.line(nameOf(it.switch), it, minuteText(it.changedAt))}</li>)}</ul>
      </section>
      <SideForm title={t.change} open={changing !== null} onClose={() => setChanging(null)}>
        {changing === null ? null : <ComplianceForm name={changing} opened={open.includes(changing)} onDone={() => { setChanging(null); setSaid(t.done); }} />}
      </SideForm>
    </>
  );
}

function SwitchState({ name, open, onChange }: { readonly name: SwitchName; readonly open: boolean; readonly onChange?: (name: SwitchName) => void }) {
  const t = useTexts(texts);
  return <>{open ? t.open : t.closed} {onChange ? <Button size="small" onClick={() => onChange(name)}>{t.change}</Button> : null}</>;
}
