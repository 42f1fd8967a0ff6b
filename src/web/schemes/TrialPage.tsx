import { Segmented } from 'antd';
import { useEffect } from 'react';
import { outcomes, talliesBy } from '#domain/points/trial.ts';
import { changesGrade } from '#domain/points/tried-year.ts';
import { readSchemeTrial, type SchemeTrial } from '#domain/points/trial-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { isUnderWay, JobBar } from '#web/shell/JobBar.tsx';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { TrialBranches } from './TrialBranches.tsx';
import { TrialGroups } from './TrialGroups.tsx';
import { memberFilters, TrialMembers } from './TrialMembers.tsx';
import { TrialYears } from './TrialYears.tsx';
import { trialTexts } from './trial-texts.ts';
import '#web/ui/room.css';
import './trial.css';

const ASK_AGAIN_MS = 700;

/** 试算: who gains and who loses by a draft, and by which rules, on a year of the bureau's own records. */
export function TrialPage() {
  const t = useTexts(trialTexts);
  const say = useWords();
  const trial = useCall(readSchemeTrial, { trial: useField('trial') }, { keep: true });
  const moving = trial.data !== undefined && isUnderWay(trial.data.job);
  const { refetch } = trial;
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, refetch]);
  const outcome = trial.data?.outcome ?? null;
  const back = <PathLink to={paths.schemes()} className="link-button">{t.back}</PathLink>;
  return (
    <>
      <PageHeader
        title={outcome ? t.title(say(outcome.scheme.label), outcome.scheme.version) : t.trial} actions={back}
        beside={trial.data && outcome ? <span className="page-aside">{t.asOf(trial.data.year, outcome.asOf.day)} · {t.byNumber}</span> : undefined}
      />
      <p className="room-hint">{t.only}</p>
      {trial.error ? <ErrorNote refusal={trial.error.refusal} /> : null}
      {!trial.data && !trial.error ? <LinesSkeleton count={6} /> : null}
      {trial.data && moving ? <JobBar job={trial.data.job} far={t.far} /> : null}
      {trial.data && !moving && !trial.error ? <Ended trial={trial.data} /> : null}
    </>
  );
}

function Ended({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const [{ tab }, change] = useAddress(memberFilters);
  const { job, outcome } = trial;
  if (outcome === null) return job.refusal ? <ErrorNote refusal={{ words: job.refusal.words, places: [] }} /> : <EmptyState title={t.againTitle} next={t.again} />;
  const tabs = [{ value: 'members', label: t.members }, { value: 'branches', label: t.branches }, { value: 'years', label: t.yearsTab }, { value: 'groups', label: t.groups }];
  return (
    <>
      <Headline trial={trial} />
      <div className="room-bar"><Segmented value={tab} options={tabs} onChange={(chosen) => change({ tab: chosen, page: '1' })} /></div>
      {tab === 'branches' ? <TrialBranches trial={trial} /> : tab === 'years' ? <TrialYears trial={trial} /> : tab === 'groups' ? <TrialGroups trial={trial} /> : <TrialMembers trial={trial} />}
    </>
  );
}

/** How many gain and lose, each leading to who they are. */
function Headline({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const [all] = talliesBy(trial.outcome?.members ?? [], () => 'all');
  if (!all) return null;
  const to = paths.schemeTrial(trial.id);
  const years = trial.outcome?.years;
  const graded = (['branches', 'members'] as const).flatMap((of) => (years?.[of] ? [{ of, count: years[of].filter(changesGrade).length }] : []));
  return (
    <dl className="trial-headline">
      {outcomes.map((it) => <div key={it}><dt>{t.outcome[it]}</dt><dd><CountLink to={to} search={{ show: it }} value={all.of[it]} label={`${t.outcome[it]} ${all.of[it]}`} /></dd></div>)}
      {graded.map(({ of, count }) => (
        <div key={of}><dt>{t.gradesChangeOf[of]}</dt><dd><CountLink to={to} search={{ tab: 'years', of, changed: 'yes' }} value={count} label={`${t.gradesChangeOf[of]} ${count}`} /></dd></div>
      ))}
    </dl>
  );
}
