import { Button } from 'antd';
import { useState } from 'react';
import { amendArrangement, type ArrangementMonth, withdrawArrangement } from '#domain/activities/arrangement-contract.ts';
import type { ActivityWords } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { useWrite } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { isWhole, rowOf } from './row-draft.ts';
import { RowFields } from './RowFields.tsx';
import { Section } from './Section.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: {
    title: '已安排', progress: (recorded: number, sessions: number) => `已记录 ${recorded}/${sessions}`, lecturer: (name: string) => `主讲 ${name}`, change: '修改', withdraw: '撤回', save: '保存修改',
    follows: '尚未记录的活动随之修改；已记录的不变。', withdrawWhat: (open: number, recorded: number) => `将撤回尚未记录的 ${open} 次活动${recorded > 0 ? `；已记录的 ${recorded} 次保留` : ''}。`,
    changed: (followed: number, recorded: number) => `已修改，${followed} 次活动随之变更${recorded > 0 ? `，${recorded} 次已记录的不变` : ''}。`,
  },
  en: {
    title: 'Arranged', progress: (recorded: number, sessions: number) => `${recorded} of ${sessions} recorded`, lecturer: (name: string) => `Lecturer ${name}`, change: 'Amend', withdraw: 'Withdraw', save: 'Save',
    follows: 'Sessions that are not recorded yet follow; recorded ones stay.', withdrawWhat: (open: number, recorded: number) => `${open} sessions that are not recorded yet are withdrawn${recorded > 0 ? `; ${recorded} recorded ones stay` : ''}.`,
    changed: (followed: number, recorded: number) => `Amended; ${followed} sessions followed${recorded > 0 ? `, ${recorded} recorded ones stayed` : ''}.`,
  },
});

type Arranged = ArrangementMonth['arranged'][number];

export function ArrangedList({ month, words }: { readonly month: ArrangementMonth; readonly words: ActivityWords }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const [asked, setAsked] = useState<{ readonly it: Arranged; readonly what: 'change' | 'withdraw' } | null>(null);
  const [told, setTold] = useState<string | null>(null);
  if (month.arranged.length === 0) return null;
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
                  <Button size="small" onClick={() => setAsked({ it, what: 'change' })}>{t.change}</Button>
                  <Button size="small" onClick={() => setAsked({ it, what: 'withdraw' })}>{t.withdraw}</Button>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <SideForm open={asked !== null} onClose={() => setAsked(null)} title={asked ? `${asked.what === 'change' ? t.change : t.withdraw} ${dayText(asked.it.day, language)}` : ''}>
        {asked?.what === 'change' ? <Change it={asked.it} words={words} onDone={(text) => { setTold(text); setAsked(null); }} /> : null}
        {asked?.what === 'withdraw' ? <Withdraw it={asked.it} onDone={() => setAsked(null)} /> : null}
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

function Withdraw({ it, onDone }: { readonly it: Arranged; readonly onDone: () => void }) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawArrangement);
  return (
    <div className="drawer-form">
      <p>{t.withdrawWhat(it.sessions - it.recorded, it.recorded)}</p>
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button type="primary" loading={withdrawing.isPending} onClick={() => withdrawing.mutate({ arrangement: it.arrangement, version: it.version }, { onSuccess: onDone })}>{t.withdraw}</Button>
    </div>
  );
}
