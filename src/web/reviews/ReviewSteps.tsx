import { Steps } from 'antd';
import type { BranchReviewView, ReviewHead } from '#domain/reviews/contract.ts';
import { reviewStages, type ReviewStage } from '#domain/reviews/review.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { usePhone } from '#web/ui/screen.ts';
import { stepWords } from './review-texts.ts';

const texts = defineTexts({
  zh: {
    until: (day: string) => `截止 ${day}`, on: (day: string, words: string) => `${day} ${words}`, notice: (from: string, until: string) => `${from} 至 ${until}`, provisional: '（工作日历待公布）', course: '办理过程', opened: '布置', revised: '开始修订', moved: (day: string) => `自评截止日调整为 ${day}`, back: '退回', nobody: '系统',
  },
  en: {
    until: (day) => `until ${day}`, on: (day, words) => `${day} ${words}`, notice: (from, until) => `${from} to ${until}`, provisional: ' (calendar not announced)', course: 'Course', opened: 'Opened', revised: 'Revision begun', moved: (day) => `self-review day moved to ${day}`, back: 'sent back', nobody: 'the system',
  },
});

/** The way of a review: what is done, with day and number, and who does what is next. */
export function ReviewSteps({ head }: { readonly head: ReviewHead | null }) {
  const t = useTexts(texts);
  const say = useWords();
  const phone = usePhone();
  const { language } = useLanguage();
  const day = (it: string) => dayText(it, language);
  // While it is open the branches are at work; every other stage says what was done last.
  const at = head === null ? -1 : head.stage === 'opened' ? 0 : reviewStages.indexOf(head.stage) + 1;
  const said = (stage: ReviewStage): string => {
    if (head === null || reviewStages.indexOf(stage) > reviewStages.indexOf(head.stage)) return say(stepWords[stage].by);
    switch (stage) {
      case 'opened': return t.until(day(head.selfUntil));
      case 'scored': return head.asOf === null ? '' : day(head.asOf.day);
      case 'deliberated': return head.deliberatedOn === null ? '' : t.on(day(head.deliberatedOn), head.minutes);
      case 'noticed': return head.notice === null ? '' : `${t.notice(day(head.notice.from), day(head.notice.until))}${head.notice.provisional ? t.provisional : ''}`;
      case 'approved': return head.approvedOn === null ? '' : t.on(day(head.approvedOn), head.approval);
      case 'circulated': return head.circulatedOn === null ? '' : t.on(day(head.circulatedOn), head.circular);
    }
  };
  return (
    <Steps
      className="review-steps" size="small" orientation={phone ? 'vertical' : 'horizontal'} current={at} titlePlacement={phone ? 'horizontal' : 'vertical'}
      items={reviewStages.map((stage) => ({ title: say(stepWords[stage].title), content: said(stage) }))}
    />
  );
}

/** Every step that was done, sent back or done again, with its words. */
export function ReviewCourse({ steps }: { readonly steps: BranchReviewView['steps'] }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  if (steps.length === 0) return null;
  const titleOf = ({ stage, back, words, movedTo }: BranchReviewView['steps'][number]): string => {
    if (movedTo !== null) return t.moved(dayText(movedTo, language));
    if (stage === 'opened' && !back) return words === '' ? t.opened : t.revised;
    return `${back ? `${t.back} → ` : ''}${say(stepWords[stage].title)}`;
  };
  return (
    <section className="review-course" aria-label={t.course}>
      <h2>{t.course}</h2>
      <ol>
        {steps.map((it, at) => (
          <li key={at}>{dayText(it.on, language)} {it.by ?? t.nobody} <b>{titleOf(it)}</b> {it.words}</li>
        ))}
      </ol>
    </section>
  );
}
