import { outcomes, talliesBy, type Tally } from '#domain/points/trial.ts';
import type { SchemeTrial } from '#domain/points/trial-contract.ts';
import { staffKindLabels } from '#domain/people/labels.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { NO_TEAM } from './TrialMembers.tsx';
import { trialTexts } from './trial-texts.ts';

/** How many gain and lose in each kind of staff and each shift team, and what each team can reach at all. */
export function TrialGroups({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const marks = useMarks();
  const say = useWords();
  if (trial.outcome === null) return null;
  const { members, reaches } = trial.outcome;
  const kinds = talliesBy(members, (it) => it.staffKind);
  const byTeam = new Map(talliesBy(members, (it) => it.team).map((it) => [it.key, it]));
  const teams = new Map(trial.teams.map((it) => [it.id, it]));
  const branches = new Map(trial.branches.map((it) => [it.id, it.name]));
  const inOrder = [null, ...trial.teams.map((it) => it.id)].flatMap((key) => byTeam.get(key) ?? []);
  const nameOf = (team: string | null) => (team === null ? t.noTeam : `${branches.get(teams.get(team)?.branch ?? '') ?? ''} ${teams.get(team)?.name ?? ''}`);
  const reach = new Map(reaches.map((it) => [it.team, it]));
  const bySession = reaches.some((it) => it.before !== null || it.after !== null);
  return (
    <>
      <section className="room-section">
        <h2>{t.byKind}</h2>
        <div className="trial-groups"><table>
          <Head first={t.kind} trial={[]} />
          <tbody>{kinds.map((it) => <tr key={it.key}><th scope="row">{say(staffKindLabels[it.key])}</th><Counts tally={it} trial={trial.id} search={{ staff: it.key }} /></tr>)}</tbody>
        </table></div>
      </section>
      <section className="room-section">
        <h2>{t.byTeam}</h2>
        <p className="room-hint">{bySession ? t.mostHint : t.equal}</p>
        <div className="trial-groups"><table>
          <Head first={t.team} trial={bySession ? [t.most + marks.aside(t.before), t.most + marks.aside(t.after)] : []} />
          <tbody>
            {inOrder.map((it) => (
              <tr key={it.key ?? NO_TEAM}>
                <th scope="row">{nameOf(it.key)}</th><Counts tally={it} trial={trial.id} search={{ team: it.key ?? NO_TEAM }} />
                {bySession ? <td className="figures"><Reach of={reach.get(it.key)?.before ?? null} /></td> : null}
                {bySession ? <td className="figures"><Reach of={reach.get(it.key)?.after ?? null} /></td> : null}
              </tr>
            ))}
          </tbody>
        </table></div>
      </section>
    </>
  );
}

function Head({ first, trial }: { readonly first: string; readonly trial: readonly string[] }) {
  const t = useTexts(trialTexts);
  return <thead><tr><th scope="col">{first}</th>{[t.count, ...outcomes.map((it) => t.outcome[it]), ...trial].map((it) => <th key={it} scope="col" className="figures">{it}</th>)}</tr></thead>;
}

interface CountsProperties {
  readonly tally: Tally<unknown>;
  readonly trial: string;
  readonly search: Readonly<Record<string, string>>;
}

/** Each count leads to the members it counts. */
function Counts({ tally, trial, search }: CountsProperties) {
  const t = useTexts(trialTexts);
  const to = paths.schemeTrial(trial);
  return (
    <>
      <td className="figures"><CountLink to={to} search={search} value={tally.count} /></td>
      {outcomes.map((it) => <td key={it} className="figures"><CountLink to={to} search={{ ...search, show: it }} value={tally.of[it]} label={`${t.outcome[it]} ${tally.of[it]}`} /></td>)}
    </>
  );
}

function Reach({ of }: { readonly of: Parameters<typeof Figure>[0]['grounds'] & object | null }) {
  const t = useTexts(trialTexts);
  if (of === null || !('value' in of)) return <span className="faint">{t.same}</span>;
  return <Figure value={of.value} grounds={of} />;
}
