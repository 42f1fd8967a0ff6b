import { Button } from 'antd';
import { cancelJob, type JobProgress } from '#domain/jobs/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './imports.css';

const texts = defineTexts({
  zh: {
    waiting: '排队中', starting: '正在开始', cancel: '取消', cancelling: '正在取消', leave: '可以离开本页，办理会继续进行；回来后在这里查看。',
    rows: (done: number) => `已读 ${done} 行`, of: (done: number, total: number) => `第 ${done} 行，共 ${total} 行`,
  },
  en: {
    waiting: 'Waiting for its turn', starting: 'Starting', cancel: 'Cancel', cancelling: 'Being cancelled', leave: 'You may leave this page; the work goes on and is found here again.',
    rows: (done) => `${done} rows read`, of: (done, total) => `row ${done} of ${total}`,
  },
});

export const isUnderWay = (job: JobProgress | null): boolean => job?.state === 'waiting' || job?.state === 'running';

/** A job that is under way: what it is doing, how far it is, and a way to stop it. */
export function JobBar({ job }: { readonly job: JobProgress }) {
  const t = useTexts(texts);
  const say = useWords();
  const cancelling = useWrite(cancelJob);
  const known = job.total !== null && job.total > 0;
  const share = known ? Math.round((100 * job.done) / (job.total ?? 1)) : undefined;
  const doing = job.cancelAsked ? t.cancelling : job.doing ? say(job.doing) : job.state === 'waiting' ? t.waiting : t.starting;
  const far = job.total !== null ? t.of(job.done, job.total) : job.done > 0 ? t.rows(job.done) : '';
  return (
    <div className="job-bar">
      <div className="job-words" role="status"><b>{doing}</b> <span>{far}</span></div>
      <div className={known ? 'job-track' : 'job-track unknown'} role="progressbar" aria-label={doing} aria-valuemin={0} aria-valuemax={100} {...(share === undefined ? {} : { 'aria-valuenow': share })}>
        <i style={{ width: share === undefined ? undefined : `${share}%` }} />
      </div>
      <p className="room-hint">{t.leave}</p>
      {cancelling.error ? <ErrorNote refusal={cancelling.error.refusal} /> : null}
      <Button disabled={job.cancelAsked} loading={cancelling.isPending} onClick={() => cancelling.mutate({ job: job.id })}>{t.cancel}</Button>
    </div>
  );
}
