import type { Period } from '#domain/calendar/civil-date.ts';
import type { Language } from '#domain/words/words.ts';

const english = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2026年11月, November 2026. */
export function monthText(period: Period, language: Language): string {
  const [year = '', month = ''] = period.split('-');
  return language === 'zh' ? `${year}年${Number(month)}月` : `${english[Number(month) - 1] ?? ''} ${year}`;
}
