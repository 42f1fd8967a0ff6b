import type { Months } from '#domain/months/contract.ts';
import { isUnderWay, JobBar } from '#web/shell/JobBar.tsx';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { monthText } from '#web/ui/month-words.ts';

const texts = defineTexts({
  zh: {
    under: (month: string) => `正在锁定 ${month}`, far: (done: number, total: number | null) => (total === null ? '' : `${done} / ${total} 人`),
    done: (month: string, statements: number) => `${month}已锁定，已发出 ${statements} 份积分确认单。之后补录的作为调整计入当月。`, cancelled: (month: string) => `已取消，${month}没有锁定，也没有发出积分确认单。`,
  },
  en: {
    under: (month) => `Locking ${month}`, far: (done, total) => (total === null ? '' : `${done} of ${total} people`),
    done: (month, statements) => `${month} is locked and ${statements} statements are issued. What is entered for it from now on is an adjustment in the current month.`, cancelled: (month) => `Cancelled: ${month} is not locked and no statements are issued.`,
  },
});

interface Properties {
  readonly locking: NonNullable<Months['locking']>;
  /** Whether this page has seen it begin: what ended before is told by the table. */
  readonly watched: boolean;
}

/** The lock of a month while it is carried out, and how it ended. */
export function Locking({ locking: { period, job, statements }, watched }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const month = monthText(period, language);
  if (isUnderWay(job)) return <section className="months-lock" aria-label={t.under(month)}><h2>{t.under(month)}</h2><JobBar job={job} far={t.far} /></section>;
  if (!watched) return null;
  if (job.state === 'done') return <SuccessNote>{t.done(month, statements ?? 0)}</SuccessNote>;
  return job.refusal ? <ErrorNote refusal={{ words: job.refusal.words, places: [] }} /> : <SuccessNote>{t.cancelled(month)}</SuccessNote>;
}
