import type { ReactNode } from 'react';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Section } from './Section.tsx';
import './session-page.css';

const texts = defineTexts({
  zh: {
    title: '基本情况', organisation: '开展单位', time: '时间', place: '地点', period: '所属期', contents: '学习内容', studied: '课程、党课', lesson: (title: string, at: number) => `${title} 第 ${at} 讲`, material: '学习材料', host: '主持人', minuteTaker: '记录人',
    speakers: '主讲人', lecturer: '外请授课人', exchanges: '交流发言', attendees: '列席', reason: '说明', none: '未填', sitting: (at: number) => `场次 ${at}`,
  },
  en: {
    title: 'Particulars', organisation: 'Held by', time: 'When', place: 'Place', period: 'Period', contents: 'Contents', studied: 'Courses and lectures', lesson: (title, at) => `${title}, lesson ${at}`, material: 'Material', host: 'Host', minuteTaker: 'Minute-taker',
    speakers: 'Speakers', lecturer: 'Lecturer from outside', exchanges: 'Contributions', attendees: 'In attendance', reason: 'Reason', none: 'not filled in', sitting: (at: number) => `Sitting ${at}`,
  },
});

export function SessionFacts({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const list = (names: readonly string[]): string => names.filter((it) => it !== '').join(language === 'zh' ? '、' : ', ');
  const names = (persons: readonly { name: string }[]): string => list(persons.map(({ name }) => name));
  const several = record.sittings.length > 1;
  return (
    <Section title={t.title}>
      <dl className="facts">
        <Fact name={t.organisation} value={record.organisation.name} />
        <Fact
          name={t.time}
          value={record.sittings.map(({ day, from, to, place }, at) => (
            <span key={at} className="facts-line">{several ? `${t.sitting(at + 1)} ` : ''}<DateText day={day} hours={`${from}–${to}`} />{several && place !== '' ? ` ${place}` : ''}</span>
          ))}
        />
        {several ? null : <Fact name={t.place} value={record.sittings[0]?.place ?? ''} />}
        {record.period === periodOf(record.day) ? null : <Fact name={t.period} value={record.period} />}
        <Fact name={t.contents} value={list(record.contents.map(({ label }) => say(label)))} />
        <Fact name={t.studied} value={list(record.studied.map(({ title, lesson }) => (lesson === null ? title : t.lesson(title, lesson))))} />
        <Fact name={t.material} value={record.material} />
        <Fact name={t.host} value={record.host?.name ?? ''} />
        <Fact name={t.minuteTaker} value={record.minuteTaker?.name ?? ''} />
        <Fact name={t.speakers} value={names(record.speakers)} />
        <Fact name={t.lecturer} value={record.lecturer} />
        <Fact name={t.exchanges} value={names(record.exchanges)} />
        <Fact name={t.attendees} value={list([names(record.attendees), record.otherAttendees])} />
        {record.status === 'withdrawn' ? null : <Fact name={t.reason} value={record.reason} />}
      </dl>
    </Section>
  );
}

/** What was left empty does not stand there as a gap to be filled. */
const Fact = ({ name, value }: { readonly name: string; readonly value: ReactNode }) => (value === '' ? null : <div><dt>{name}</dt><dd>{value}</dd></div>);
