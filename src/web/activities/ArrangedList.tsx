import { Button } from 'antd';
import { useState } from 'react';
import { amendArrangement, type ArrangementMonth, withdrawArrangement } from '#domain/activities/arrangement-contract.ts';
import { restoreArrangement } from '#domain/activities/restoring-contract.ts';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { isWhole, rowOf } from './row-draft.ts';
import { RowFields } from './RowFields.tsx';
import { Section } from './Section.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { WithdrawnArrangements } from './WithdrawnArrangements.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: {
    title: '已安排', progress: (recorded: number, sessions: number) => `已记录 ${recorded}/${sessions}`, lecturer: (name: string) => `主讲 ${name}`, change: '修改', withdraw: '撤回', save: '保存修改',
    follows: '尚未记录的活动随之修改；已记录的不变。', withdrawn: (open: number, recorded: number) => `已撤回尚未记录的 ${open} 次活动${recorded > 0 ? `；已记录的 ${recorded} 次保留` : ''}。`,
    restored: (sessions: number) => `已恢复，${sessions} 次活动照原样安排。`,
    changed: (followed: number, recorded: number) => `已修改，${followed} 次活动随之变更${recorded > 0 ? `，${recorded} 次已记录的不变` : ''}。`,
  },
  en: {
    title: 'Arranged', progress: (recorded: number, sessions: number) => `${recorded} of ${sessions} recorded`, lecturer: (name: string) => `Lecturer ${name}`, change: 'Amend', withdraw: 'Withdraw', save: 'Save',
    follows: 'Sessions that are not recorded yet follow; recorded ones stay.', withdrawn: (open, recorded) => `${open} sessions that are not recorded yet are withdrawn${recorded > 0 ? `; ${recorded} recorded ones stay` : ''}.`,
    restored: (sessions) => `Restored with ${sessions} sessions.`,
    changed: (followed: number, recorded: number) => `Amended; ${followed} sessions followed${recorded > 0 ? `, ${recorded} recorded ones stayed` : ''}.`,
  },
});

type Arranged = ArrangementMonth['arranged'][number];

export function ArrangedList({ month, words }: { readonly month: ArrangementMonth; readonly words: ActivityWords }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Arranged | null>(null);
  const [told, setTold] = useState<string | null>(null);
  if (month.arranged.length + month.withdrawn.length === 0) return null;
  return (
    <Section title={t.title}>
      {told === null ? null : <SuccessNote>{told}</SuccessNote>}
      <ul className="arranged">
        {month.arranged.map((it) => (
          <li key={it.arrangement}>
            <DateText day={it.day} hours={`${it.from}–${it.to}`} />
            <span className="arranged-what"><b>{it.named.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ')}</b> {it.topic}{it.lecturer === '' ? '' : ` · ${t.lecturer(it.lecturer)}`}{it.place === '' ? '' : ` · ${it.place}`}</span>
            <span className="arranged-progress">
              <CountLink to={paths.sessions()} search={{ month: it.day.slice(0, 7), arrangement: it.arrangement }} value={it.recorded} label={t.progress(it.recorded, it.sessions)}>{t.progress(it.recorded, it.sessions)}</CountLink>
            </span>
            <span className="arranged-buttons">
              {it.recorded < it.sessions ? (
                <>
                  <Button size="small" onClick={() => setAsked(it)}>{t.change}</Button>
                  <Withdraw it={it} onTold={setTold} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <WithdrawnArrangements rows={month.withdrawn} onRestored={(sessions) => setTold(t.restored(sessions))} />
      <SideForm open={asked !== null} onClose={() => setAsked(null)} title={asked ? `${t.change} ${dayText(asked.day, language)}` : ''}>
        {asked ? <Change it={asked} words={words} onDone={(text) => { setTold(text); setAsked(null); }} /> : null}
      </SideForm>
    </Section>
  );
}

function Change({ it, words, onDone }: { readonly it: Arranged; readonly words: ActivityWords; readonly onDone: (text: string) => void }) {
  const t = useTexts(texts);
  const [row, setRow] = useState(rowOf(it));
  const amending = useWrite(amendArrangement);
  const send = () => amending.mutate({ ...row, arrangement: it.arrangement, version: it.version }, { onSuccess: ({ followed, recorded }) => onDone(t.changed(followed, recorded)) });
  return (
    <div className="drawer-form">
      <p>{t.follows}</p>
      <RowFields words={words} row={row} onChange={setRow} />
      {amending.error ? <ErrorNote refusal={amending.error.refusal} /> : null}
      <Button type="primary" disabled={!isWhole(row)} loading={amending.isPending} onClick={send}>{t.save}</Button>
    </div>
  );
}

/** Nothing is asked before, because it comes back as it was. */
function Withdraw({ it, onTold }: { readonly it: Arranged; readonly onTold: (text: string | null) => void }) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawArrangement);
  const offerUndo = useUndo();
  const { arrangement, version } = it;
  const send = () => withdrawing.mutate({ arrangement, version }, { onSuccess: ({ withdrawn, recorded }) => {
    onTold(null);
    offerUndo(t.withdrawn(withdrawn, recorded), (key) => call(restoreArrangement, { arrangement, version: version + 1 }, { key }));
  } });
  return (
    <>
      <Button size="small" loading={withdrawing.isPending} onClick={send}>{t.withdraw}</Button>
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
    </>
  );
}
