import type { ObjectionView } from '#domain/objections/contract.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { objectionTexts } from './objection-texts.ts';

const texts = defineTexts({
  zh: { title: '办理过程', nobody: '系统', silent: '逾期未答复，自动转上级复核', settled: '期满未申请复核，按答复办结' },
  en: { title: 'Course', nobody: 'the system', silent: 'No answer in time; it has gone to review by itself', settled: 'Nobody asked for a review in time; the answer stands' },
});

/** Who said what when, the first at the top. */
export function Course({ of }: { readonly of: ObjectionView }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const { language } = useLanguage();
  return (
    <section className="room-section objection-course" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ol>
        {of.history.map((step) => (
          <li key={step.kind}>
            <b>{words.steps[step.kind]}</b>
            {step.verdict !== null && (step.kind === 'answered' || step.kind === 'decided') ? ` · ${words.verdicts[step.verdict]}` : ''} <span className="faint">{dayText(step.on, language)} {step.by ?? t.nobody}</span>
            <p>{step.words}</p>
          </li>
        ))}
        {of.standing === 'unanswered' ? <li><b>{t.silent}</b></li> : null}
        {of.standing === 'settled' && of.verdict !== 'upheld' ? <li><b>{t.settled}</b></li> : null}
      </ol>
    </section>
  );
}
