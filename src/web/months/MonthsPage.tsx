import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { readMonths, type Months } from '#domain/months/contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { GrantForm } from './GrantForm.tsx';
import { GrantList } from './GrantList.tsx';
import { Locking } from './Locking.tsx';
import { MonthTable } from './MonthTable.tsx';
import { YearBar } from './YearBar.tsx';
import './months.css';

const texts = defineTexts({
  zh: {
    title: '月度办理', grant: '补报授权', scope: '范围', granted: '已授权，所选支部在截止日前可以补报。',
    rule: (lateDays: number | null) => (lateDays === null
      ? '锁定后补录的，计入当月并在原月份旁注明，已公布的分数不变。'
      : `锁定后补录的，计入当月并在原月份旁注明，已公布的分数不变；超过 ${lateDays} 天的，须先作补报授权。`),
  },
  en: {
    title: 'Months', grant: 'Allow late filing', scope: 'Scope', granted: 'Allowed; the branch may file late until that day.',
    rule: (lateDays) => (lateDays === null
      ? 'What is entered after the lock is booked in the current month and shown beside the locked one; published numbers stay.'
      : `What is entered after the lock is booked in the current month and shown beside the locked one; published numbers stay. Beyond ${lateDays} days a grant is needed first.`),
  },
});

const ASK_AGAIN_MS = 700;

/** 月度办理: which months can be filed, are due, or are locked, by whom; and who may still file late. */
export function MonthsPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [{ year, organisation }, change] = useAddress({ year: today.slice(0, 4), organisation: '' });
  const read = useCall(readMonths, { year: Number(year), ...(organisation === '' ? {} : { organisation }) }, { keep: true });
  const [granting, setGranting] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [watched, setWatched] = useState<string | null>(null);
  const underWay = read.data?.locking && isUnderWay(read.data.locking.job) ? read.data.locking.job.id : null;
  const { refetch } = read;
  useEffect(() => {
    if (underWay === null) return undefined;
    setWatched(underWay);
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, refetch]);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const turn = (to: Partial<{ year: string; organisation: string }>) => { setDone(null); setWatched(null); change(to); };
  return (
    <div className="months-page">
      <PageHeader
        title={t.title}
        beside={<><YearSteps year={year} onChoose={(chosen) => turn({ year: chosen })} /><Scope of={data} label={t.scope} onChoose={(chosen) => turn({ organisation: chosen })} /></>}
        actions={data.may.grant ? <Button onClick={() => { setDone(null); setGranting(true); }}>{t.grant}</Button> : undefined}
      />
      <p className="months-hint">{t.rule(data.lateDays)}</p>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {data.locking === null ? null : <Locking locking={data.locking} watched={data.locking.job.id === watched} />}
      <MonthTable of={data} today={today} onDone={(said) => { setWatched(null); setDone(said); }} onLock={(job) => { setDone(null); setWatched(job); }} />
      <YearBar of={data} today={today} onDone={setDone} />
      <GrantList grants={data.grants} />
      <SideForm title={t.grant} open={granting} onClose={() => setGranting(false)}>
        <GrantForm of={data} today={today} onDone={() => { setGranting(false); setDone(t.granted); }} />
      </SideForm>
    </div>
  );
}

function Scope({ of, label, onChoose }: { readonly of: Months; readonly label: string; readonly onChoose: (organisation: string) => void }) {
  if (of.scopes.length < 2) return <span className="months-scope">{of.organisation.name}</span>;
  return <Select aria-label={label} className="months-scope" value={of.organisation.id} options={of.scopes.map(({ id, name }) => ({ value: id, label: name }))} onChange={onChoose} />;
}
