import { Checkbox, Segmented } from 'antd';
import type { SchemeTrial } from '#domain/points/trial-contract.ts';
import { changesGrade, type TriedGrade, type TriedYear } from '#domain/points/tried-year.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import { DifferenceWords } from './DifferenceWords.tsx';
import { GradeMargin } from './GradeMargin.tsx';
import { groundsOfSide, type TriedSubject } from './trial-grounds.ts';
import { memberFilters } from './TrialMembers.tsx';
import { trialTexts } from './trial-texts.ts';

/** What the year comes to under both schemes, and whose grade that changes. */
export function TrialYears({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const marks = useMarks();
  const say = useWords();
  const [{ of, changed }, change] = useAddress(memberFilters);
  const [view, setView] = useTableView(undefined, ['changed']);
  const whose = of === 'members' ? 'members' : 'branches';
  const all = trial.outcome?.years[whose] ?? null;
  const named = new Map([...trial.people, ...trial.branches].map((it) => [it.id, it]));
  const homes = new Map(trial.outcome?.members.map((it) => [it.person, it.branch]));
  const subjectOf = ({ subject }: TriedYear): TriedSubject => ({ trial: trial.id, of: whose === 'members' ? 'member' : 'branch', subject, under: 'result' });
  const name = ({ subject }: TriedYear) => named.get(subject)?.name ?? '';
  const branch = ({ subject }: TriedYear) => named.get(homes.get(subject) ?? '')?.name ?? '';
  const gradeText = (it: TriedGrade | null) => (it === null ? t.noResult : it.grade === null ? t.standing[it.standing] : say(it.grade));
  const turn = (to: Partial<typeof memberFilters>) => change({ ...to, page: '1' });
  const why = (it: TriedYear) => <Why row={it} subject={subjectOf(it)} />;
  return (
    <>
      <p className="room-hint">{t.yearsHint}</p>
      {trial.outcome !== null && trial.outcome.asOf.day < `${trial.year}-12-31` ? <p className="room-hint" role="status">{t.notOver(trial.year)}</p> : null}
      <div className="room-bar">
        <Segmented value={whose} aria-label={t.ofWhom} options={[{ value: 'branches', label: t.branches }, { value: 'members', label: t.members }]} onChange={(chosen) => turn({ of: chosen })} />
        <Checkbox checked={changed !== ''} onChange={({ target }) => turn({ changed: target.checked ? 'yes' : '' })}>{t.onlyChanged}</Checkbox>
      </div>
      {all === null ? <EmptyState title={t.noYears} next={t.noYearsNext} /> : (
        <DataTable
          name={`scheme-trial-years-${whose}`} title={`${t.years} ${t[whose]}`} rows={all.filter((it) => changed === '' || changesGrade(it))} rowKey={(it) => it.subject} view={view} onView={setView}
          asked={[t.asOf(trial.year, trial.outcome?.asOf.day ?? ''), changed === '' ? '' : t.onlyChanged]} empty={{ title: whose === 'members' ? t.nobody : t.noBranch, next: t.nobodyNext }}
          columns={[
            { key: 'name', title: whose === 'members' ? t.name : t.branch, text: name, cell: (it) => (whose === 'members' ? <PathLink to={paths.points(it.subject)}>{name(it)}</PathLink> : name(it)) },
            { key: 'number', title: t.number, text: (it) => named.get(it.subject)?.number ?? '' },
            ...(whose === 'members' ? [{ key: 'home', title: t.branch, text: branch }] : []),
            ...(['before', 'after'] as const).map((side) => ({
              key: side, title: t[side], figures: true, text: (it: TriedYear) => figureWords(it[side]?.value ?? null, t.standing.noBasis), number: { format: 'points' as const, of: (it: TriedYear) => it[side]?.value ?? null },
              cell: (it: TriedYear) => <SideResult side={it[side]} grounds={groundsOfSide(subjectOf(it), side)} />,
            })),
            ...(['before', 'after'] as const).map((side) => ({ key: `${side}Grade`, title: side === 'before' ? t.gradeBefore : t.gradeAfter, text: (it: TriedYear) => gradeText(it[side]), cell: (it: TriedYear) => <GradeFigure text={gradeText(it[side])} side={it[side]} grounds={groundsOfSide(subjectOf(it), side)} /> })),
            { key: 'why', title: t.why, text: (it) => it.differences.map(({ label }) => say(label)).join(marks.list), cell: why },
          ]}
          card={(it) => (
            <div className="trial-card">
              <p><b>{name(it)}</b> <span className="faint">{whose === 'members' ? branch(it) : ''}</span></p>
              <p className="trial-figures">
                {(['before', 'after'] as const).map((side) => <span key={side}>{t[side]} <SideResult side={it[side]} grounds={groundsOfSide(subjectOf(it), side)} /> {gradeText(it[side])} <GradeMargin side={it[side]} grounds={groundsOfSide(subjectOf(it), side)} /></span>)}
              </p>
              {why(it)}
            </div>
          )}
        />
      )}
    </>
  );
}

interface SideProperties {
  readonly side: TriedGrade | null;
  readonly grounds: ReturnType<typeof groundsOfSide>;
}

function SideResult({ side, grounds }: SideProperties) {
  const t = useTexts(trialTexts);
  if (side === null) return <span className="faint">{t.same}</span>;
  return side.standing === 'excluded' ? <Figure value={t.excluded} grounds={grounds} /> : <Figure value={side.value} grounds={grounds} />;
}

const GradeFigure = ({ text, side, grounds }: SideProperties & { readonly text: string }) =>
  (side?.grade ? <><Figure value={text} grounds={grounds} /><GradeMargin side={side} grounds={grounds} /></> : <span className="faint">{text}</span>);

/** The parts that differ, vetoes of one side alone, and where neither is it: what the grades are cut by. */
function Why({ row, subject }: { readonly row: TriedYear; readonly subject: TriedSubject }) {
  const t = useTexts(trialTexts);
  const marks = useMarks();
  const say = useWords();
  const { before, after, differences } = row;
  const vetoes = (after?.vetoes ?? []).filter(({ zh }) => !before?.vetoes.some((it) => it.zh === zh));
  const cut = changesGrade(row) && differences.length === 0 && vetoes.length === 0 && before !== null && after !== null;
  return (
    <>
      {cut ? <span>{t.thresholds}</span> : <DifferenceWords subject={subject} differences={differences} />}
      {vetoes.length > 0 ? <p>{t.vetoed(vetoes.map(say).join(marks.list))}</p> : null}
    </>
  );
}
