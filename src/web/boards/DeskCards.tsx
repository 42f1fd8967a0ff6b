import type { ReactNode } from 'react';
import type { MyDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { useDeskWords } from './desk-words.ts';
import './boards.css';

const texts = defineTexts({
  zh: {
    open: '查看', leave: '请假', record: '记录', review: '审核', makeUp: '登记补学', check: '确认补学',
    expected: '应到', excused: (reason: string) => `已免计：${reason}`, onLeave: (reason: string) => `已请假：${reason}（应补学）`, stopped: '已通知停学', lecturer: (name: string) => `主讲 ${name}`,
    toRecord: '待记录', mustMake: '应补学', mayMake: '可补学', until: (day: string, left: string) => `至 ${day}，${left}`, toConfirm: '待审核', filled: (by: string, when: string) => `${by} ${when}填报`,
    makeUpOf: (name: string) => `${name} 登记了本人补学`, somebody: '公用账号',
    birthday: '政治生日', joined: (years: number) => `入党 ${years} 周年`,
  },
  en: {
    open: 'Open', leave: 'Ask for leave', record: 'Record', review: 'Review', makeUp: 'Record make-up', check: 'Confirm',
    expected: 'Expected', excused: (reason) => `Excused: ${reason}`, onLeave: (reason) => `On leave: ${reason} (to be made up)`, stopped: 'Cancelled', lecturer: (name) => `Lecturer ${name}`,
    toRecord: 'To be recorded', mustMake: 'To be made up', mayMake: 'May be made up', until: (day, left) => `until ${day}, ${left}`, toConfirm: 'To be confirmed', filled: (by, when) => `filled in by ${by} ${when}`,
    makeUpOf: (name) => `${name} entered a make-up`, somebody: 'an office account',
    birthday: 'Party birthday', joined: (years) => (years === 1 ? 'One year in the Party' : `${years} years in the Party`),
  },
});

interface CardProperties {
  readonly label: string;
  readonly tone: 'now' | 'due' | 'quiet';
  readonly title: string;
  readonly when: ReactNode;
  readonly about: string;
  readonly action: ReactNode;
}

/** What, until when, one button. */
export function Card({ label, tone, title, when, about, action }: CardProperties) {
  return (
    <article className={`desk-card ${tone}`}>
      <div className="desk-card-text">
        <span className="desk-card-label">{label}</span>
        <h3>{title}</h3>
        <p className="desk-card-when">{when}</p>
        {about === '' ? null : <p>{about}</p>}
      </div>
      {action === null ? null : <div className="desk-card-action">{action}</div>}
    </article>
  );
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');

interface Of<T> {
  readonly it: T;
  readonly today: string;
}

/** One's own, in its month: nothing to do about it. */
export function BirthdayCard({ it: { day, years }, today }: Of<NonNullable<MyDesk['birthday']>>) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  return <Card label={t.birthday} tone="quiet" title={t.joined(years)} when={<>{words.near(day, '')} <DateText day={day} short /></>} about="" action={null} />;
}

export function ComingCard({ it, today, first = false }: Of<MyDesk['upcoming'][number]> & { readonly first?: boolean }) {
  const t = useTexts(texts);
  const say = useWords();
  const words = useDeskWords(today);
  const reason = it.reason ? say(it.reason) : '';
  const standing = it.status === 'stopped' ? t.stopped : it.standing === 'expected' ? t.expected : it.standing === 'excused' ? t.excused(reason) : t.onLeave(reason);
  return (
    <Card
      label={standing} tone={first && it.status !== 'stopped' && it.standing === 'expected' ? 'now' : 'quiet'}
      title={words.list(it.activities)} when={<>{words.near(it.day, it.from)} <DateText day={it.day} short hours={`${it.from}–${it.to}`} /> {it.place}</>}
      about={joined(it.topic, it.lecturer === '' ? '' : t.lecturer(it.lecturer))}
      action={it.standing === 'expected' && it.status !== 'stopped' ? <PathLink to={paths.myLeave()} search={{ day: it.day }} className="desk-button">{t.leave}</PathLink> : <PathLink to={paths.session(it.session)} className="desk-button">{t.open}</PathLink>}
    />
  );
}

export function RecordCard({ it, today }: Of<MyDesk['toRecord']['items'][number]>) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  return (
    <Card
      label={`${t.toRecord} · ${words.ago(it.day)}`} tone="due" title={words.list(it.activities)} when={<><DateText day={it.day} short /> {it.organisation.name}</>} about={it.topic}
      action={<PathLink to={paths.record(it.organisation.id)} search={{ session: it.session }} className="desk-button main">{t.record}</PathLink>}
    />
  );
}

export function OwedCard({ it, today }: Of<MyDesk['owed'][number]>) {
  const t = useTexts(texts);
  const say = useWords();
  const words = useDeskWords(today);
  return (
    <Card
      label={`${it.required ? t.mustMake : t.mayMake} · ${t.until(it.until.slice(5), words.left(it.until))}`} tone={it.required ? 'due' : 'quiet'}
      title={words.list(it.activities)} when={<><DateText day={it.day} short /> {it.reason ? say(it.reason) : null}</>} about={it.topic}
      action={<PathLink to={paths.session(it.session)} search={{ makeUp: 'mine' }} className={it.required ? 'desk-button main' : 'desk-button'}>{t.makeUp}</PathLink>}
    />
  );
}

export function ConfirmCard({ it, today }: Of<MyDesk['toConfirm']['items'][number]>) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  const who = it.kind === 'session' ? t.filled(it.recordedBy ?? t.somebody, words.ago(it.recordedOn)) : t.makeUpOf(it.person?.name ?? t.somebody);
  return (
    <Card
      label={t.toConfirm} tone="due" title={words.list(it.activities)} when={<><DateText day={it.day} short /> {it.organisation.name}</>} about={who}
      action={<PathLink to={paths.session(it.session)} className="desk-button main">{it.kind === 'session' ? t.review : t.check}</PathLink>}
    />
  );
}
