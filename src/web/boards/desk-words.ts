import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { addDays, daysBetween } from '#domain/calendar/civil-date.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import type { Words } from '#domain/words/words.ts';

const EVENING = '17:00';

const texts = defineTexts({
  zh: { today: '今天', tonight: '今晚', tomorrow: '明天', left: (days: number) => (days === 0 ? '今天截止' : `还有 ${days} 天`), ago: (days: number) => (days === 0 ? '今天' : `${days} 天前`) },
  en: { today: 'Today', tonight: 'Tonight', tomorrow: 'Tomorrow', left: (days) => (days === 0 ? 'due today' : days === 1 ? '1 day left' : `${days} days left`), ago: (days) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`) },
});

interface DeskWords {
  /** 今晚, 今天, 明天, or nothing: a relative word only stands beside the date. */
  readonly near: (day: CivilDate, from: string) => string;
  readonly left: (until: CivilDate) => string;
  readonly ago: (day: CivilDate) => string;
  readonly list: (labels: readonly { readonly label: Words }[]) => string;
}

export function useDeskWords(today: CivilDate): DeskWords {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  return {
    near: (day, from) => (day === today ? (from >= EVENING ? t.tonight : t.today) : day === addDays(today, 1) ? t.tomorrow : ''),
    left: (until) => t.left(daysBetween(today, until)),
    ago: (day) => t.ago(daysBetween(day, today)),
    list: (labels) => labels.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', '),
  };
}
