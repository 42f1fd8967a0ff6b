import { Select } from 'antd';
import { outcomes } from '#domain/points/trial.ts';
import type { SchemeTrial, TriedMember } from '#domain/points/trial-contract.ts';
import { staffKindLabels } from '#domain/people/labels.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DifferenceWords } from './DifferenceWords.tsx';
import { triedColumns, TriedFigures } from './tried-columns.tsx';
import { trialTexts } from './trial-texts.ts';

/** In the address: who works office hours. */
export const NO_TEAM = 'none';
export const memberFilters = { tab: 'members', show: '', staff: '', branch: '', team: '', of: 'branches', changed: '', page: '1' };

/** Members by number, as far as they are asked for. */
export function TrialMembers({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const say = useWords();
  const [asked, change] = useAddress(memberFilters);
  const [view, setView] = useTableView(undefined, ['show', 'branch', 'staff', 'team']);
  const people = new Map(trial.people.map((it) => [it.id, it]));
  const branches = new Map(trial.branches.map((it) => [it.id, it.name]));
  const teams = new Map(trial.teams.map((it) => [it.id, it.name]));
  const name = ({ person }: TriedMember) => people.get(person)?.name ?? '';
  const rows = (trial.outcome?.members ?? []).filter((it) =>
    (asked.show === '' || it.outcome === asked.show) && (asked.staff === '' || it.staffKind === asked.staff)
    && (asked.branch === '' || it.branch === asked.branch) && (asked.team === '' || (it.team ?? NO_TEAM) === asked.team));
  const turn = (changed: Partial<typeof memberFilters>) => change({ ...changed, page: '1' });
  const subjectOf = (it: TriedMember) => ({ trial: trial.id, of: 'member' as const, subject: it.person });
  const words = [asked.show === '' ? '' : t.outcome[asked.show as TriedMember['outcome']], asked.staff === '' ? '' : say(staffKindLabels[asked.staff as TriedMember['staffKind']]),
    branches.get(asked.branch) ?? '', asked.team === NO_TEAM ? t.noTeam : teams.get(asked.team) ?? ''].filter((it) => it !== '');
  return (
    <DataTable
      name="scheme-trial-members" title={t.members} rows={rows} rowKey={(it) => it.person} view={view} onView={setView} asked={[t.asOf(trial.year, trial.outcome?.asOf.day ?? ''), ...words]}
      empty={{ title: t.nobody, next: t.nobodyNext }}
      columns={[
        { key: 'name', title: t.name, text: name, cell: (it) => <PathLink to={paths.points(it.person)}>{name(it)}</PathLink> },
        { key: 'number', title: t.number, text: (it) => people.get(it.person)?.number ?? '' },
        { key: 'branch', title: t.branch, text: (it) => branches.get(it.branch) ?? '' },
        { key: 'kind', title: t.kind, text: (it) => say(staffKindLabels[it.staffKind]) },
        { key: 'team', title: t.team, text: (it) => (it.team === null ? t.noTeam : teams.get(it.team) ?? '') },
        ...triedColumns(t, say, subjectOf),
      ]}
      filters={(
        <>
          <Select
            className="trial-filter" aria-label={t.change} value={asked.show} onChange={(show) => turn({ show })}
            options={[{ value: '', label: t.all }, ...outcomes.map((it) => ({ value: it as string, label: t.outcome[it] }))]}
          />
          <Select
            className="trial-filter" aria-label={t.branch} value={asked.branch} showSearch optionFilterProp="label" onChange={(branch) => turn({ branch, team: '' })}
            options={[{ value: '', label: t.everyBranch }, ...trial.branches.map((it) => ({ value: it.id, label: it.name }))]}
          />
          <Select
            className="trial-filter" aria-label={t.kind} value={asked.staff} onChange={(staff) => turn({ staff })}
            options={[{ value: '', label: t.everyKind }, ...Object.entries(staffKindLabels).map(([value, label]) => ({ value, label: say(label) }))]}
          />
        </>
      )}
      card={(it) => (
        <div className="trial-card">
          <p><b>{name(it)}</b> <span className="faint">{branches.get(it.branch) ?? ''} · {say(staffKindLabels[it.staffKind])}</span></p>
          <TriedFigures row={it} subject={subjectOf(it)} />
          <DifferenceWords subject={subjectOf(it)} differences={it.differences} />
        </div>
      )}
    />
  );
}
