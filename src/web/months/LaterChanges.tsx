import type { StatementView } from '#domain/months/statement-contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText, figureWords } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

const texts = defineTexts({
  zh: {
    title: '公布后的变动', beside: (change: string, now: string) => `公布后 ${change}，现为 ${now}`, same: (count: number) => `公布后有 ${count} 处变动，本月分数不变。`,
    rule: '公布的分数不变；变动作为调整计入录入当月。', none: '依据不足',
  },
  en: {
    title: 'Since publication', beside: (change, now) => `${change} since publication, now ${now}`, same: (count) => `${count} changes since publication; the points of the month are the same.`,
    rule: 'The published number stays; what changed is an adjustment booked in the month of its entry.', none: 'no basis',
  },
});

/** "公布后 +2.00": what the month comes to now, and the entries that made the difference. */
export function LaterChanges({ of }: { readonly of: StatementView }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { now } = of;
  const difference = now.month === null || of.month === null ? null : now.month - of.month;
  if (now.changes.length === 0 && difference === 0) return null;
  const grounds = async (): Promise<NamedGrounds> => {
    const points = await call(readPoints, { person: of.person.id, year: Number(of.period.slice(0, 4)) });
    if (!points.grounds) throw new Error('a shown figure has grounds');
    return { grounds: points.grounds, names: points.names };
  };
  return (
    <section className="statement-later" aria-label={t.title}>
      <h2>{t.title}</h2>
      {difference === 0 ? <p>{t.same(now.changes.length)}</p> : (
        <p><Figure value={difference} grounds={grounds}>{t.beside(difference === null ? '' : changeText(difference), figureWords(now.month, t.none))}</Figure></p>
      )}
      <ul>
        {now.changes.map((it) => (
          <li key={it.fact}>{dayText(it.day, language)} {it.kind === 'session' ? <PathLink to={paths.session(it.fact)}>{say(it.label)}</PathLink> : say(it.label)}</li>
        ))}
      </ul>
      <p className="months-hint">{t.rule}</p>
    </section>
  );
}
