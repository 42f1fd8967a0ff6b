import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Language } from '#domain/words/words.ts';

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** '2026-11-16' → 周一. Civil days have no time zone, so the reckoning stays in UTC. */
export const weekdayOf = (day: CivilDate, language: Language): string =>
  weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** '2026-11-16 周一'. */
export const dayText = (day: CivilDate, language: Language): string => `${day} ${weekdayOf(day, language)}`;

/** '11-16 周一', where the year is clear. */
export const shortDayText = (day: CivilDate, language: Language): string => `${day.slice(5)} ${weekdayOf(day, language)}`;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** '2026年11月16日', as a document is dated. */
export function documentDayText(day: CivilDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** '2026年11月16日（周一）', as a document says it. */
export const longDayText = (day: CivilDate, language: Language): string =>
  (language === 'zh' ? `${documentDayText(day, 'zh')}（${weekdayOf(day, 'zh')}）` : `${documentDayText(day, 'en')} (${weekdayOf(day, 'en')})`);
