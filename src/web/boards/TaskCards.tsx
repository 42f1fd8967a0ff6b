import type { MyDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';
import { useDeskWords } from './desk-words.ts';

const texts = defineTexts({
  zh: {
    todo: '交办任务', returned: '任务已退回', overdue: '任务逾期', toAccept: '任务待办结', toConfirm: '登记待审核', due: '时限 ', from: (name: string) => `${name} 交办`,
    did: (name: string) => `${name} 已报结`, handIn: '报结', accept: '查看并办结', review: '审核', filled: (by: string, when: string) => `${by} ${when}登记`, system: '公用账号',
  },
  en: {
    todo: 'Task', returned: 'Task returned', overdue: 'Task overdue', toAccept: 'Task to accept', toConfirm: 'Entry to confirm', due: 'due ', from: (name: string) => `handed out by ${name}`,
    did: (name: string) => `${name} has handed it in`, handIn: 'Hand in', accept: 'Look and accept', review: 'Review', filled: (by: string, when: string) => `entered by ${by} ${when}`, system: 'an office account',
  },
});

type Task = MyDesk['tasks']['items'][number];

export function TaskCard({ it, today }: { readonly it: Task; readonly today: string }) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  const label = it.late ? t.overdue : it.stage === 'returned' ? t.returned : t.todo;
  return (
    <Card
      label={it.late ? label : `${label} · ${words.left(it.until)}`} tone={it.late || it.stage === 'returned' ? 'due' : 'quiet'} title={it.what}
      when={<>{t.due}<DateText day={it.until} short /></>} about={t.from(it.by ?? t.system)}
      action={<PathLink to={paths.assignments()} search={{ task: it.assignment }} className="desk-button main">{t.handIn}</PathLink>}
    />
  );
}

export function AcceptCard({ it }: { readonly it: Task }) {
  const t = useTexts(texts);
  return (
    <Card
      label={t.toAccept} tone="due" title={it.what} when={<>{t.due}<DateText day={it.until} short /> {it.organisation.name}</>} about={t.did(it.person.name)}
      action={<PathLink to={paths.assignments()} search={{ view: 'handedOut', task: it.assignment }} className="desk-button main">{t.accept}</PathLink>}
    />
  );
}

export function EntryCard({ it, today }: { readonly it: MyDesk['entries']['items'][number]; readonly today: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const words = useDeskWords(today);
  const names = it.persons.join(language === 'zh' ? '、' : ', ');
  return (
    <Card
      label={t.toConfirm} tone="due" title={names === '' ? say(it.label) : `${say(it.label)} · ${names}`} when={<><DateText day={it.day} short /> {it.organisation.name}</>}
      about={t.filled(it.recordedBy ?? t.system, words.ago(it.recordedOn))}
      action={<PathLink to={paths.registerEntry(it.entry)} className="desk-button main">{t.review}</PathLink>}
    />
  );
}
