import { Steps } from 'antd';
import type { ReactNode } from 'react';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { BranchReviewView, ReviewHead } from '#domain/reviews/contract.ts';
import { reviewStages, type ReviewStage } from '#domain/reviews/review.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { usePhone } from '#web/ui/screen.ts';
import { stepWords } from './review-texts.ts';

const texts = defineTexts({
  zh: {
    until: '截止', to: '至', provisional: '（工作日历待公布）', course: '办理过程', opened: '布置', revised: '开始修订', moved: (day: string) => `自评截止日调整为 ${day}`, back: '退回', nobody: '公用账号',
  },
  en: {
    until: 'until', to: 'to', provisional: ' (calendar not announced)', course: 'Course', opened: 'Opened', revised: 'Revision begun', moved: (day) => `self-review day moved to ${day}`, back: 'sent back', nobody: 'an office account',
  },
});

/** The way of a review: what is done, with day and number, and who does what is next. */
export function ReviewSteps({ head }: { readonly head: ReviewHead | null }) {
  const t = useTexts(texts);
  const say = useWords();
  const phone = usePhone();
  // While it is open the branches are at work; every other stage says what was done last.
  const at = head === null ? -1 : head.stage === 'opened' ? 0 : reviewStages.indexOf(head.stage) + 1;
  const on = (day: CivilDate | null, words = ''): ReactNode => (day === null ? null : <><DateText day={day} /> {words}</>);
  const said = (stage: ReviewStage): ReactNode => {
    if (head === null || reviewStages.indexOf(stage) > reviewStages.indexOf(head.stage)) return say(stepWords[stage].by);
    switch (stage) {
      case 'opened': return <>{t.until} <DateText day={head.selfUntil} /></>;
      case 'scored': return on(head.asOf?.day ?? null);
      case 'deliberated': return on(head.deliberatedOn, head.minutes);
      case 'noticed': return head.notice === null ? null : <><DateText day={head.notice.from} /> {t.to} <DateText day={head.notice.until} />{head.notice.provisional ? t.provisional : ''}</>;
      case 'approved': return on(head.approvedOn, head.approval);
      case 'circulated': return on(head.circulatedOn, head.circular);
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
