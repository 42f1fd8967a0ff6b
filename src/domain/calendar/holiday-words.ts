import type { Words } from '#domain/words/words.ts';
import type { HolidayName } from './working-days.ts';

/** 法定节假日 as a notice calls them. */
export const holidayWords: Readonly<Record<HolidayName, Words>> = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
  other: { zh: '其他放假', en: 'Other days off' },
};

/** 国庆节、中秋节: all that one span of days off is for. */
export const holidaysInWords = (names: readonly HolidayName[]): Words => ({
  zh: names.map((name) => holidayWords[name].zh).join('、'),
  en: names.map((name) => holidayWords[name].en).join(' and '),
});
