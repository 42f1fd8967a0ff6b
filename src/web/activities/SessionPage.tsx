import { useState } from 'react';
import { readSessionRecord, type Participant, type SessionRecord } from '#domain/activities/record-contract.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { AttendanceView } from './AttendanceView.tsx';
import { MakeUpDrawer } from './MakeUpDrawer.tsx';
import { MinutesView } from './MinutesView.tsx';
import { SessionActions } from './SessionActions.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { SessionStanding } from './SessionStanding.tsx';
import { SessionTag } from './SessionTag.tsx';
import { WithdrawnNote } from './WithdrawnNote.tsx';
import './session-page.css';

const texts = defineTexts({ zh: { late: (days: number) => `补录 ${days} 天` }, en: { late: (days: number) => (days === 1 ? 'entered 1 day late' : `entered ${days} days late`) } });

/** 会议记录: one session, all of it readable, with what may be done next. */
export function SessionPage() {
  const session = useField('session');
  const record = useCall(readSessionRecord, { session });
  if (record.error) return <PageFault refusal={record.error.refusal} onRetry={() => void record.refetch()} />;
  if (!record.data) return <PageSkeleton />;
  return <Record key={record.data.session} record={record.data} />;
}

function Record({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { person } = useWhoAmI();
  const [{ makeUp }] = useAddress({ makeUp: '' });
  // From one's own desk the form is what one came for.
  const mine = makeUp === 'mine' ? record.participants.find((it) => it.owes && it.person.id === person?.id) : undefined;
  const [making, setMaking] = useState<Participant | null>(mine ?? null);
  const [open, setOpen] = useState(mine !== undefined);
  const late = record.recorded?.lateDays ?? 0;
  return (
    <div className="session-page">
      <PageHeader
        title={record.activities.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ')}
        beside={<><SessionTag status={record.status} />{late > 0 ? <span className="session-late">{t.late(late)}</span> : null}</>}
        actions={<SessionActions record={record} />}
      />
      {record.topic === '' ? null : <p className="session-topic">{record.topic}</p>}
      <WithdrawnNote record={record} />
      <div className="session-columns">
        <div>
          {record.counts ? <AttendanceView record={record} onMakeUp={(participant) => { setMaking(participant); setOpen(true); }} /> : null}
          <MinutesView record={record} />
        </div>
        <aside>
          <SessionFacts record={record} />
          <SessionStanding record={record} />
        </aside>
      </div>
      {making ? <MakeUpDrawer key={making.person.id} record={record} participant={making} open={open} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
