import { Button } from 'antd';
import { useState } from 'react';
import { makeUpWay, type MakeUpWay, type Participant, recordMakeUp, type SessionRecord } from '#domain/activities/record-contract.ts';
import { makeUpWayWords } from '#domain/activities/status-words.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { DayField } from './DayField.tsx';
import { Field } from './Field.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: {
    title: (name: string) => `登记补学：${name}`, what: (day: string, until: string) => `补 ${day} 的学习，期限至 ${until}；每次活动只补一次。`, day: '补学日期', way: '补学方式', send: '登记',
    own: '本人登记的补学，由组织委员、支部书记或记录员确认后计入。',
  },
  en: {
    title: (name: string) => `Make-up study: ${name}`, what: (day: string, until: string) => `For the session of ${day}, until ${until}; a session is made up once.`, day: 'Day', way: 'How', send: 'Record',
    own: 'What you enter for yourself counts once the organiser, the secretary or the recorder has confirmed it.',
  },
});

interface Properties {
  readonly record: SessionRecord;
  readonly participant: Participant;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 登记补学 of one person: how and when, with the deadline in sight. */
export function MakeUpDrawer({ record, participant, open, onClose }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today, person } = useWhoAmI();
  const until = participant.owes?.until ?? today;
  const [day, setDay] = useState(today < until ? today : until);
  const [way, setWay] = useState<MakeUpWay>('replay');
  const recording = useWrite(recordMakeUp);
  const own = person?.id === participant.person.id;
  return (
    <SideForm open={open} onClose={onClose} title={t.title(participant.person.name)}>
      <div className="drawer-form">
        <p>{t.what(record.day, until)}</p>
        <Field label={t.way}>
          {() => (
            <div className="ways" role="radiogroup" aria-label={t.way}>
              {makeUpWay.options.map((option) => (
                <label key={option}><input type="radio" name="way" checked={way === option} onChange={() => setWay(option)} /> {say(makeUpWayWords[option])}</label>
              ))}
            </div>
          )}
        </Field>
        <Field label={t.day}>{(id) => <DayField id={id} value={day} min={record.day} max={today < until ? today : until} onChange={setDay} />}</Field>
        {own ? <p className="activity-hint">{t.own}</p> : null}
        {recording.error ? <ErrorNote refusal={recording.error.refusal} /> : null}
        <Button
          type="primary" disabled={day === ''} loading={recording.isPending}
          onClick={() => recording.mutate({ session: record.session, person: participant.person.id, day, way }, { onSuccess: onClose })}
        >{t.send}</Button>
      </div>
    </SideForm>
  );
}
