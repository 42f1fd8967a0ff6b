import type { CalendarOfYear } from '#domain/calendar/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import './calendar.css';

const texts = defineTexts({
  zh: {
    coming: (year: number) => `${year}年放假安排待公告`, missing: (year: number) => `${year}年放假安排尚未录入`,
    who: '国务院办公厅公布通知后，由机关党委录入。', offered: '系统备有已公布的通知内容，核对后保存即可。', until: '录入之前：',
    week: '周一至周五按工作日计，周六、周日按休息日计。', limits: '按工作日计算的期限只是暂定，不会因此到期，任何人的权利不受影响。', weekly: '每周活动照常列出，并注明“待公告”。',
  },
  en: {
    coming: (year) => `The holidays of ${year} are not yet announced`, missing: (year) => `The holidays of ${year} have not been entered`,
    who: 'The office enters them when the State Council has published its notice.', offered: 'The published notice is at hand: check it and save.', until: 'Until then:',
    week: 'Monday to Friday count as working days, Saturday and Sunday do not.', limits: 'Limits in working days are provisional. They do not run out, and nobody loses a right by them.',
    weekly: 'Weekly activities are listed as usual, marked “not yet announced”.',
  },
});

/** 待公告 in words: what it means for whoever counts on the year. */
export function NotAnnounced({ of: { year, offered }, thisYear }: { readonly of: CalendarOfYear; readonly thisYear: number }) {
  const t = useTexts(texts);
  return (
    <section>
      <h2>{year > thisYear ? t.coming(year) : t.missing(year)}</h2>
      <p>{offered ? t.offered : t.who}</p>
      <p>{t.until}</p>
      <ul className="calendar-meaning"><li>{t.week}</li><li>{t.limits}</li><li>{t.weekly}</li></ul>
    </section>
  );
}
