import { Button } from 'antd';
import { cancelJob, type JobProgress } from '#domain/jobs/contract.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { useWrite } from './calling.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import './job-bar.css';

const texts = defineTexts({
  zh: {
    waiting: '排队中', starting: '正在开始', cancel: '取消', cancelling: '正在取消', leave: '可以离开本页，办理会继续进行；回来后在这里查看。',
  },
  en: {
    waiting: 'Waiting for its turn', starting: 'Starting', cancel: 'Cancel', cancelling: 'Being cancelled', leave: 'You may leave this page; the work goes on and is found here again.',
  },
});

export const isUnderWay = (job: JobProgress | null): boolean => job?.state === 'waiting' || job?.state === 'running';

interface Properties {
  readonly job: JobProgress;
  /** How far it is, in what the room counts; without a total as long as that is not known. */
  readonly far: (done: number, total: number | null) => string;
}

/** A job that is under way: what it is doing, how far it is, and a way to stop it. */
export function JobBar({ job, far }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const cancelling = useWrite(cancelJob);
  const known = job.total !== null && job.total > 0;
  const share = known ? Math.round((100 * job.done) / (job.total ?? 1)) : undefined;
  const doing = job.cancelAsked ? t.cancelling : job.doing ? say(job.doing) : job.state === 'waiting' ? t.waiting : t.starting;
  const reached = job.total !== null || job.done > 0 ? far(job.done, job.total) : '';
  return (
    <div className="job-bar">
      <div className="job-words" role="status"><b>{doing}</b> <span>{reached}</span></div>
      <div className={known ? 'job-track' : 'job-track unknown'} role="progressbar" aria-label={doing} aria-valuemin={0} aria-valuemax={100} {...(share === undefined ? {} : { 'aria-valuenow': share })}>
        <i style={{ width: share === undefined ? undefined : `${share}%` }} />
      </div>
      <p className="room-hint">{t.leave}</p>
      {cancelling.error ? <ErrorNote refusal={cancelling.error.refusal} /> : null}
      <Button disabled={job.cancelAsked} loading={cancelling.isPending} onClick={() => cancelling.mutate({ job: job.id })}>{t.cancel}</Button>
    </div>
  );
}
