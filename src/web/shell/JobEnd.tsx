import { Button } from 'antd';
import type { JobProgress } from '#domain/jobs/contract.ts';
import { defineTexts, useTexts } from './language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { cancelled: '已取消，没有写入任何内容', again: '需要时请重新上传。', anew: '重新上传' },
  en: { cancelled: 'Cancelled; nothing was written', again: 'Send the file again when you need it.', anew: 'Upload again' },
});

/** A job that ended without its effect, and what to do. */
export function JobEnd({ job, onAnew }: { readonly job: JobProgress; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const anew = <Button type="primary" onClick={onAnew}>{t.anew}</Button>;
  if (job.refusal === null) return <EmptyState title={t.cancelled} next={t.again} action={anew} />;
  return (
    <>
      <ErrorNote refusal={{ words: job.refusal.words, places: [] }} />
      <div className="import-actions">{anew}</div>
    </>
  );
}
