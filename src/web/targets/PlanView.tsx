import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TargetPlanView } from '#domain/targets/contract.ts';
import { type PlanState, planStates } from '#domain/targets/plan-standing.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useNarrowing } from '#web/shell/table-view.ts';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { ClearFilters } from '#web/ui/ClearFilters.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SaveTable } from '#web/ui/SaveTable.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { SideForm } from '#web/ui/SideForm.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { LineForm } from './LineForm.tsx';
import { PlanActions } from './PlanActions.tsx';
import { usePlanColumns } from './plan-columns.ts';
import { isAskedFor, NOBODY, type PlanRow, rowsOf } from './plan-rows.ts';
import { planTexts, stageStatus, stateStatus } from './plan-texts.ts';
import { PlanTable } from './PlanTable.tsx';

const texts = defineTexts({
  zh: {
    print: '打印分解表', everybody: '全部责任人', all: '全部状态', nobody: '未落实责任人或时限', none: '还没有编制', noScheme: '这一年没有支部考核项目', noSchemeNext: '启用含有支部考核项目的考核方案后，这里按项目分解。',
    next: (filing: string) => `点“一键生成”，按考核方案填好目标值、分月分季、时限和责任人，再逐项修改${filing === '' ? '' : `，${filing} 前由书记上报`}。`, waits: '支部编制后，这里逐项列出。', nothing: '没有符合条件的项目', nothingNext: '换一个条件看看。',
    applicable: '适用', open: '未落实', due: (filing: string, assigning: string) => `${filing} 前上报${assigning === '' ? '' : `，${assigning} 前全部落实`}`, filed: (day: string) => `${day} 上报`, assigned: (day: string) => `${day} 全部落实`,
    returned: (reason: string) => `机关党委退回：${reason}`, changed: '上报后有修改，书记再次上报后才算数。', history: '办理过程', version: (no: number) => `第 ${no} 版`, system: '公用账号', rows: '项目',
  },
  en: {
    print: 'Print the plan', everybody: 'Every person', all: 'Every state', nobody: 'No person or no day', none: 'Not made yet', noScheme: 'No items for branches in this year', noSchemeNext: 'Once a scheme with items for branches is in force, each is given a person and a day here.',
    next: (filing) => `Generate it: target, months, day and person of each item come from the scheme. Then change what is different${filing === '' ? '' : `; the secretary files it by ${filing}`}.`, waits: 'Its items are listed here once the branch has made it.', nothing: 'No item like this', nothingNext: 'Try another filter.',
    applicable: 'items that apply', open: 'open', due: (filing, assigning) => `to be filed by ${filing}${assigning === '' ? '' : `, everybody named by ${assigning}`}`, filed: (day) => `filed on ${day}`, assigned: (day) => `everybody named on ${day}`,
    returned: (reason) => `Returned by the office: ${reason}`, changed: 'Changed since it was filed; it counts once the secretary has filed it again.', history: 'Course', version: (no) => `version ${no}`, system: 'an office account', rows: 'Items',
  },
});

export interface PlanHead {
  readonly year: string;
  /** The choice of another branch, for whoever sees several. */
  readonly choice: ReactNode;
  readonly onYear: (year: string) => void;
}

/** The plan of one branch: how it stands with the office, its items, and whatever the reader may do with it. */
export function PlanView({ plan, head }: { readonly plan: TargetPlanView; readonly head: PlanHead }) {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const phone = usePhone();
  const [{ who, state }] = useAddress({ who: '', state: '' });
  const [changing, setChanging] = useState<PlanRow | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const columns = usePlanColumns();
  const rows = rowsOf(plan).filter((row) => isAskedFor({ who, state }, row));
  const made = plan.stage !== 'none';
  const title = `${plan.organisation.name} ${plan.year} ${words.title}`;
  return (
    <div className="plan-page">
      <PageHeader
        title={words.title} beside={<><YearSteps year={head.year} onChoose={head.onYear} /><StatusTag status={stageStatus(plan)} note={plan.late ? words.late : undefined} /></>}
        actions={<>{made && !phone ? <PathLink to={paths.targetPlanSheet(plan.organisation.id, head.year)} className="link-button">{t.print}</PathLink> : null}<PlanActions plan={plan} onDone={setDone} /></>}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {plan.returned === null ? null : <p className="plan-returned" role="status">{t.returned(plan.returned)}</p>}
      {plan.stage === 'draft' && plan.filedOn !== null ? <p className="plan-returned" role="status">{t.changed}</p> : null}
      <Sum plan={plan} />
      <div className="plan-bar unprinted">
        {head.choice}
        {made ? <Filters plan={plan} /> : null}
        {made ? <SaveTable seen={{ name: 'target-plan', title, rows, rowKey: ({ item }) => item.id, columns, asked: [words.asOf(plan.day)] }} /> : null}
      </div>
      {plan.scheme === null ? <EmptyState title={t.noScheme} next={t.noSchemeNext} action={<SchemeWay />} /> : null}
      {plan.scheme !== null && !made ? <EmptyState title={t.none} next={plan.may.fill ? t.next(plan.deadlines.filing ?? '') : t.waits} /> : null}
      {made && rows.length === 0 ? <EmptyState title={t.nothing} next={t.nothingNext} /> : null}
      {made && rows.length > 0 ? <PlanTable plan={plan} rows={rows} onChange={plan.may.fill ? setChanging : null} /> : null}
      <History plan={plan} />
      <SideForm title={<ChangeTitle row={changing} />} open={changing !== null} onClose={() => setChanging(null)}>
        {changing === null ? null : <LineForm plan={plan} row={changing} onDone={(said) => { setChanging(null); setDone(said); }} />}
      </SideForm>
    </div>
  );
}

function ChangeTitle({ row }: { readonly row: PlanRow | null }) {
  const say = useWords();
  return row === null ? null : say(row.item.label);
}

/** Which branch it is, how much of it has somebody, and by when. */
function Sum({ plan }: { readonly plan: TargetPlanView }) {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const { counts: { applicable, assigned }, deadlines: { filing, assigning }, filedOn, assignedOn } = plan;
  const search = { branch: plan.organisation.id, year: String(plan.year) };
  const open = rowsOf(plan).filter((row) => isAskedFor({ who: NOBODY, state: '' }, row)).length;
  return (
    <p className="plan-sum">
      <b>{plan.organisation.name}</b>
      {plan.stage === 'none' ? null : (
        <>
          <span>{t.applicable} <CountLink to={paths.targetPlan()} search={search} value={applicable} label={t.applicable} /></span>
          <span>{words.assigned} <CountLink to={paths.targetPlan()} search={search} value={assigned} label={words.assigned} /></span>
          {open === 0 ? null : <span>{t.open} <CountLink to={paths.targetPlan()} search={{ ...search, who: NOBODY }} value={open} label={t.open} /></span>}
        </>
      )}
      <span className="plan-hint">{[
        filedOn === null ? (filing === null ? '' : t.due(filing, assigning ?? '')) : t.filed(filedOn), assignedOn === null ? '' : t.assigned(assignedOn),
      ].filter((it) => it !== '').join(' · ')}</span>
    </p>
  );
}

/** By who answers for it, and by state; both stand in the address. */
function Filters({ plan }: { readonly plan: TargetPlanView }) {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const say = useWords();
  const [{ who, state }, ask] = useAddress({ who: '', state: '' });
  const narrowing = useNarrowing(['who', 'state']);
  const rows = rowsOf(plan);
  const people = new Map(rows.flatMap(({ item: { line } }) => (line?.responsible ? [[line.responsible.id, line.responsible.name]] : [])));
  const found = new Set<PlanState>(rows.map(({ item }) => item.state));
  return (
    <>
      <Select
        className="plan-filter" aria-label={words.responsible} value={who} onChange={(chosen) => ask({ who: chosen })} showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: t.everybody }, { value: NOBODY, label: t.nobody }, ...[...people].map(([value, label]) => ({ value, label }))]}
      />
      <Select
        className="plan-filter" aria-label={words.state} value={state} onChange={(chosen) => ask({ state: chosen })}
        options={[{ value: '', label: t.all }, ...planStates.filter((it) => found.has(it)).map((it) => ({ value: it, label: say(statuses[stateStatus[it]].words) }))]}
      />
      <ClearFilters narrowing={narrowing} />
    </>
  );
}

function History({ plan }: { readonly plan: TargetPlanView }) {
  const t = useTexts(texts);
  if (plan.history.length === 0) return null;
  let filed: string | null = null;
  const lines = plan.history.map((it) => {
    if (it.stage === 'filed') filed ??= it.on;
    return { ...it, status: stageStatus({ stage: it.stage, filedOn: it.stage === 'draft' ? filed : it.on }) };
  });
  return (
    <details className="plan-history">
      <summary>{t.history}</summary>
      <ol>{lines.toReversed().map((it) => <li key={it.version}><StatusTag status={it.status} /> <span className="plan-hint">{it.on} {it.by ?? t.system} {t.version(it.version)}</span></li>)}</ol>
      {plan.plan !== null && plan.version !== null && plan.version > 1 ? <VersionsButton fact={plan.plan} /> : null}
    </details>
  );
}
