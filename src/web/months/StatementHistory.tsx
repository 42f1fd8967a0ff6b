import type { StatementView } from '#domain/months/statement-contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { statementTexts } from './statement-texts.ts';

const texts = defineTexts({
  zh: { title: '办理过程', about: '异议涉及', missing: '漏记的事项', settled: '原记录已更正', unsettled: '请在原记录中更正', until: (day: string) => `须在 ${day} 前办理`, nobody: '公用账号' },
  en: { title: 'Course', about: 'Objection to', missing: 'something missing', settled: 'the entry has been put right', unsettled: 'the entry is to be put right', until: (day) => `due until ${day}`, nobody: 'an office account' },
});

/** Who said what when about this month; an objection names the entry, and where it was put right. */
export function StatementHistory({ of }: { readonly of: StatementView }) {
  const t = useTexts(texts);
  const stages = useTexts(statementTexts);
  const say = useWords();
  const { language } = useLanguage();
  const objected = of.history.some(({ stage }) => stage === 'objected');
  const waiting = of.standing === 'objected' || of.standing === 'appealed';
  const { disputed } = of;
  return (
    <section className="statement-history" aria-label={t.title}>
      <h2>{t.title}</h2>
      {objected ? (
        <p>
          {t.about}{language === 'zh' ? '：' : ': '}
          {disputed === null ? t.missing : disputed.kind === 'session' ? <PathLink to={paths.session(disputed.fact)}>{dayText(disputed.day, language)} {say(disputed.label)}</PathLink> : `${dayText(disputed.day, language)} ${say(disputed.label)}`}
          {of.verdict === 'upheld' && disputed !== null ? ` · ${of.settled ? t.settled : t.unsettled}` : null}
          {waiting && of.deadline !== null ? ` · ${t.until(dayText(of.deadline, language))}` : null}
        </p>
      ) : null}
      <ol>
        {of.history.map((it, at) => (
          <li key={at}>
            <b>{stages[it.stage]}</b>{it.verdict !== null && (it.stage === 'answered' || it.stage === 'reviewed') ? ` · ${stages[it.verdict]}` : ''} <span className="months-hint">{it.stage === 'silent' ? '' : `${dayText(it.on, language)} ${it.by ?? t.nobody}`}</span>
            {it.words === '' ? null : <p>{it.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
