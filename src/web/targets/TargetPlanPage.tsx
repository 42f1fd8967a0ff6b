import { Select } from 'antd';
import { listTargetPlans, readTargetPlan } from '#domain/targets/contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { PlanList } from './PlanList.tsx';
import { planTexts } from './plan-texts.ts';
import { PlanView } from './PlanView.tsx';
import './target-plan.css';

const texts = defineTexts({
  zh: { all: '各支部情况', none: '没有可以查看的支部', next: '管理员账号不对应党支部。' },
  en: { all: 'All branches', none: 'No branch to see', next: 'Accounts of administrators belong to no branch.' },
});

/** 年度任务分解: of the office all branches with who has filed, of a branch its items with target, person, day and how far they are. */
export function TargetPlanPage() {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const { today } = useWhoAmI();
  const [{ branch, year }, ask] = useAddress({ branch: '', year: today.slice(0, 4) });
  const list = useCall(listTargetPlans, { year: Number(year) }, { keep: true });
  const rows = list.data?.items ?? [];
  const organisation = branch || (rows.length === 1 ? rows[0]?.organisation.id ?? '' : '');
  const plan = useCall(readTargetPlan, { organisation, year: Number(year) }, { enabled: organisation !== '', keep: true });
  // Somebody may be typing into a form over what is shown: a refresh that failed does not take it away.
  const error = (list.data ? null : list.error) ?? (plan.data ? null : plan.error);
  if (error) return <PageFault refusal={error.refusal} onRetry={() => void list.refetch()} />;
  const choice = rows.length > 1 ? (
    <Select
      className="plan-branches unprinted" aria-label={words.branch} value={organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => ask({ branch: chosen })}
      options={[{ value: '', label: t.all }, ...rows.map((it) => ({ value: it.organisation.id, label: it.organisation.name }))]}
    />
  ) : null;
  const head = { year, choice, onYear: (chosen: string) => ask({ year: chosen }) };
  if (organisation !== '' && plan.data) return <PlanView key={`${organisation} ${year}`} plan={plan.data} head={head} />;
  return (
    <>
      <PageHeader title={words.title} beside={<YearSteps year={year} onChoose={head.onYear} />} />
      {list.data && rows.length === 0 ? <EmptyState title={t.none} next={t.next} /> : list.data && organisation === '' ? <PlanList list={list.data} choice={choice} /> : <LinesSkeleton count={8} />}
    </>
  );
}
