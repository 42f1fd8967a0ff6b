import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { knownCycles, teamAnchors } from '#domain/rota/known-cycles.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import { planFile } from '#server/imports/plan-file.ts';
import { readRoster } from '#server/imports/read-roster.ts';
import { rosterGround } from '#server/imports/roster-ground-reads.ts';
import { writePlan } from '#server/imports/write-plan.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { demoOrganisations, type DemoOrganisation } from './organisation-tree.ts';
import { demoPeople, type DemoPerson, type DemoPost } from './people.ts';
import { rosterFile, type RosterPlace } from './roster-file.ts';

/** The demo's own organisations and people by their numbers, with the ids they were given. */
export interface DemoStaff {
  readonly organisation: ReadonlyMap<string, string>;
  readonly person: ReadonlyMap<string, string>;
  readonly people: readonly DemoPerson[];
  readonly branches: readonly DemoOrganisation[];
}

/** Organisations and shift teams first, then everybody by the real importer from a real workbook. */
export async function writeStaff(call: Call, founded: CivilDate): Promise<DemoStaff> {
  const people = demoPeople(demoOrganisations, founded);
  const organisation = new Map(demoOrganisations.map((it) => [it.number, newId()]));
  const branches = demoOrganisations.filter((it) => it.branch);
  await recordFacts(call, organisationFacts(organisation, founded));
  await recordFacts(call, branches.flatMap((it) => teamFacts(it, idOf(organisation, it.number), founded)));
  await importRoster(call, await rosterFile(people, placing(people)), idOf(organisation, 'A'), founded);
  const rows = await call.tx.many<{ id: string; number: string }>(sql`SELECT id, number FROM person`);
  return { organisation, person: new Map(rows.map((it) => [it.number, it.id])), people, branches };
}

const organisationFacts = (ids: ReadonlyMap<string, string>, founded: CivilDate): AnyNewFact[] => demoOrganisations.map((it) => ({
  kind: 'organisation', factId: idOf(ids, it.number),
  state: {
    category: it.category, number: it.number, name: it.name, shortName: it.shortName, founded, dissolved: null,
    placements: [{ parent: it.parent === null ? null : idOf(ids, it.parent), from: founded }],
  },
}));

const TEAM_NAMES = ['甲班', '乙班', '丙班', '丁班'] as const;

const cycleOf = (branch: DemoOrganisation | undefined) => knownCycles.find((it) => it.id === branch?.branch?.rhythm);

function teamFacts(branch: DemoOrganisation, organisation: string, founded: CivilDate): AnyNewFact[] {
  const known = cycleOf(branch);
  if (!known) return [];
  return teamAnchors(known, founded).map((anchor, at): AnyNewFact => ({
    kind: 'shiftTeam', text: { name: TEAM_NAMES[at] ?? String(at + 1) },
    state: { organisation, anchor, cycle: known.cycle, restHours: known.restHours, from: founded, to: null },
  }));
}

/** The secretary and his deputy work office hours; everybody else of a branch on shifts takes his turn in a team. */
function placing(people: readonly DemoPerson[]): (person: DemoPerson) => RosterPlace {
  const organisation = new Map(demoOrganisations.map((it) => [it.number, it]));
  const teams = new Map<DemoPerson, string>();
  for (const branch of demoOrganisations) {
    const known = cycleOf(branch);
    const onShift = people.filter((it) => it.branch === branch.number && it.post !== 'secretary' && it.post !== 'deputySecretary');
    if (known) onShift.forEach((it, at) => teams.set(it, TEAM_NAMES[at % known.teams] ?? ''));
  }
  return (person) => ({
    branch: organisation.get(person.branch)?.shortName ?? '', group: person.group === null ? null : organisation.get(person.group)?.shortName ?? null,
    team: teams.get(person) ?? null,
  });
}

async function importRoster(call: Call, bytes: Uint8Array, root: string, from: CivilDate): Promise<void> {
  const grant = { id: newId(), role: 'partyAffairsOfficer', organisation: root, from, to: null } as const;
  const office: Call = { ...call, actor: { ...call.actor, grants: [grant] } };
  const file = await readRoster(quietly, bytes, '');
  const plan = await planFile(file, await rosterGround(office, from, file.rows, true), async () => {});
  const [fault] = plan.faults;
  if (fault) throw new Error(`row ${fault[0]} of the demo's roster: ${JSON.stringify(fault[1])}`);
  await writePlan(office, quietly, plan.plans);
}

/** The importer as a job that nobody watches: it runs inside the transaction that founds the demo. */
const quietly: Job = {
  id: 'demo', bureau: 'demo', signal: new AbortController().signal,
  progress: async () => {},
  read: async () => { throw new Error('the demo reads in its own transaction'); },
};

/** The person who holds a post of a branch; null where the branch has nobody for it. */
export function postHolder(staff: DemoStaff, branch: string, post: DemoPost): string | null {
  const found = staff.people.find((it) => it.branch === branch && it.post === post);
  return found ? idOf(staff.person, found.number) : null;
}

export function idOf(ids: ReadonlyMap<string, string>, number: string): string {
  const id = ids.get(number);
  if (id === undefined) throw new Error(`the demo has no ${number}`);
  return id;
}
