import { Button } from 'antd';
import type { ArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import type { ActivityWords } from '#domain/activities/contract.ts';
import type { proposalsOf } from '#domain/activities/proposals.ts';
import { holidaysInWords } from '#domain/calendar/holiday-words.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import './arrange.css';

const texts = defineTexts({
  zh: { title: '未列入的每周活动', stopped: '已通知停学', holiday: (names: string) => `${names}放假`, all: '照常安排', allOn: (day: string) => `照常安排 ${day}` },
  en: { title: 'Weekly activities left out', stopped: 'Cancelled by a notice', holiday: (names) => names, all: 'Arrange all the same', allOn: (day) => `Arrange ${day} all the same` },
});

interface Properties {
  readonly leftOut: ReturnType<typeof proposalsOf>['leftOut'];
  readonly words: ActivityWords;
  readonly onTake: (row: ArrangementMonth['proposed'][number]) => void;
}

/** Days on which a weekly activity would fall and is not listed, each with its reason; a holiday may be worked. */
export function LeftOutList({ leftOut, words, onTake }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  if (leftOut.length === 0) return null;
  return (
    <ul className="left-out" aria-label={t.title}>
      {leftOut.map(({ row, because }) => (
        <li key={`${row.day} ${row.activities.join()}`}>
          <span className="date-text">{dayText(row.day, language)}</span>
          <span>{words.activities.filter(({ id }) => row.activities.includes(id)).map(({ label }) => say(label)).join()}</span>
          <b>{because.kind === 'stopped' ? t.stopped : t.holiday(say(holidaysInWords(because.names)))}</b>
          {because.kind === 'holiday' ? <Button size="small" aria-label={t.allOn(row.day)} onClick={() => onTake(row)}>{t.all}</Button> : null}
        </li>
      ))}
    </ul>
  );
}
