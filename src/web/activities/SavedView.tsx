import type { SessionSaved } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import './activities.css';

const texts = defineTexts({
  zh: {
    saved: '已提交。', counts: ({ expected, present, excused }: SessionSaved) => `应到 ${expected}，实到 ${present}，免计 ${excused}`,
    owing: ({ owing }: SessionSaved) => (owing === null ? '' : `，待补 ${owing.persons} 人（至 ${owing.until}）`),
    late: (days: number) => `补录 ${days} 天`, effect: (persons: number, label: string) => `计入 ${persons} 人“${label}”`, waits: (persons: number) => `${persons} 人待确认`,
    next: '接下来由支部书记或副书记审核。', open: '查看记录', desk: '回到支部工作台', none: '不计积分',
  },
  en: {
    saved: 'Submitted.', counts: ({ expected, present, excused }: SessionSaved) => `${expected} expected, ${present} present, ${excused} not counted`,
    owing: ({ owing }: SessionSaved) => (owing === null ? '' : `, ${owing.persons} to make up (until ${owing.until})`),
    late: (days: number) => (days === 1 ? 'entered 1 day late' : `entered ${days} days late`), effect: (persons: number, label: string) => `counts for ${persons} under “${label}”`, waits: (persons: number) => `${persons} to be confirmed`,
    next: 'The secretary or the deputy confirms it next.', open: 'Open the record', desk: 'Back to the branch desk', none: 'no points',
  },
});

/** What followed from the record, and where to go on. */
export function SavedView({ saved }: { readonly saved: SessionSaved }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  return (
    <div className="saved-view">
      <SuccessNote>
        <p><b>{t.saved}</b>{t.counts(saved)}{t.owing(saved)}{saved.lateDays > 0 ? ` · ${t.late(saved.lateDays)}` : ''}</p>
        <ul>
          {saved.effects.map(({ rule, label, persons, proposed }) => (
            <li key={rule}>{[persons > 0 ? t.effect(persons, say(label)) : null, proposed > 0 ? `${say(label)}${marks.colon}${t.waits(proposed)}` : null].filter((it) => it !== null).join(' · ')}</li>
          ))}
        </ul>
        <p>{t.next}</p>
      </SuccessNote>
      <p className="saved-links">
        <PathLink to={paths.session(saved.session)} className="link-button main">{t.open}</PathLink>
        <PathLink to={paths.branchDesk()} className="link-button">{t.desk}</PathLink>
      </p>
    </div>
  );
}
