import { useEffect, useRef } from 'react';
import type { StudyRow } from '#domain/rota/contract.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { shortDayText } from '#web/ui/day-words.ts';

const texts = defineTexts({
  zh: { title: '本月集中学习应到', expected: '应到', of: (all: number) => ` / ${all}`, excused: (count: number) => `免计 ${count}`, stopped: '停学', moved: (day: string) => `顺延至 ${day}`, next: '最近一次', none: '全员应到', unknown: '待公告', unknownWhy: '本年放假安排待公告' },
  en: { title: 'Expected at this month’s studies', expected: 'Expected', of: (all) => ` / ${all}`, excused: (count) => `${count} not counted`, stopped: 'Cancelled', moved: (day) => `Moved to ${day}`, next: 'Next', none: 'Everybody', unknown: 'Holidays not yet announced', unknownWhy: 'The holidays of this year are not yet announced' },
});

interface Properties {
  readonly studies: readonly StudyRow[];
  /** False: the holidays of the year are not known yet, so what nobody has arranged may still fall on one (待公告). */
  readonly announced: boolean;
  readonly onStudy: (study: StudyRow) => void;
}

/** The studies of the month, each with how many are expected; a click says who and why not. */
export function StudyStrip({ studies, announced, onStudy }: Properties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const strip = useRef<HTMLUListElement>(null);
  const next = studies.find((it) => it.day >= today && !it.stopped);
  useEffect(() => {
    const card = strip.current?.querySelector<HTMLElement>('.next');
    if (card && strip.current) strip.current.scrollLeft = card.offsetLeft - 24;
  }, [next?.day]);
  if (studies.length === 0) return null;
  return (
    <ul ref={strip} className="study-strip" aria-label={t.title}>
      {studies.map((study) => (
        <li key={`${study.day} ${study.from}`}>
          <button type="button" className={study === next ? 'study-card next' : 'study-card'} disabled={study.stopped} onClick={() => onStudy(study)} title={study.activities.map(say).join(marks.list)}>
            <span className="study-day">{shortDayText(study.day, language)}{study === next ? <em>{t.next}</em> : null}</span>
            {study.stopped ? <span className="study-stopped">{study.movedTo ? t.moved(shortDayText(study.movedTo, language)) : t.stopped}</span> : (
              <span className="study-figure">{t.expected} <b>{study.expected}</b>{t.of(study.listed)}</span>
            )}
            <small>{study.from}–{study.to}{study.stopped ? '' : ` · ${study.expected === study.listed ? t.none : t.excused(study.listed - study.expected)}`}</small>
            {announced || study.stopped || study.session !== null ? null : <small title={t.unknownWhy}>{t.unknown}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
