import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import type { MemberReviewView } from '#domain/evaluations/contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';

const texts = defineTexts({
  zh: { label: '办理步骤', open: '未办理', approval: '机关党委审定', done: '已办理' },
  en: { label: 'Steps', open: 'not yet', approval: 'Approval by the organs committee', done: 'done' },
});

/** The steps of the scheme, one after the other, each with its day; the approval closes them (D-21). */
export function ReviewSteps({ of }: { readonly of: MemberReviewView }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const steps = [...of.steps.map(({ step, label, day }) => ({ step, label: say(label), day })), { step: 'approval', label: t.approval, day: of.approvedOn }];
  return (
    <ol className="member-review-steps" aria-label={t.label}>
      {steps.map(({ step, label, day }) => (
        <li key={step} className={day === null ? 'open' : 'done'}>
          {day === null ? <ClockCircleOutlined aria-label={t.open} /> : <CheckCircleFilled aria-label={t.done} />}
          <span><b>{label}</b><small>{day === null ? t.open : dayText(day, language)}</small></span>
        </li>
      ))}
    </ol>
  );
}
