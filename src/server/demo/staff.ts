import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { knownCycles, teamAnchors } from '#domain/rota/known-cycles.ts';
import type { AnyNewFact } from '#server/facts/record-fact.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { demoOrganisations, type DemoOrganisation } from './organisation-tree.ts';
import { demoPeople, type DemoPerson, type DemoPost } from './people.ts';

/** The demo's own organisations and people by their numbers, with the ids they were given. */
export interface DemoStaff {
  readonly organisation: ReadonlyMap<string, string>;
  readonly person: ReadonlyMap<string, string>;
  readonly people: readonly DemoPerson[];
  readonly branches: readonly DemoOrganisation[];
}

export async function writeStaff(call: Call, founded: CivilDate): Promise<DemoStaff> {
  const people = demoPeople(demoOrganisations);
  const organisation = new Map(demoOrganisations.map((it) => [it.number, newId()]));
  const person = new Map(people.map((it) => [it.number, newId()]));
  await writePersons(call, people, person);
  await recordFacts(call, organisationFacts(organisation, founded));
  await recordFacts(call, people.flatMap((it) => personFacts(it, organisation, person, founded)));
  const staff = { organisation, person, people, branches: demoOrganisations.filter((it) => it.branch) };
  await recordFacts(call, staff.branches.flatMap((it) => teamFacts(it, staff, founded)));
  return staff;
}

async function writePersons(call: Call, people: readonly DemoPerson[], ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = people.map((it) => ({
    id: ids.get(it.number), number: it.number, name: it.name, name_key: `${it.name} ${it.number}`.toLowerCase(), gender: it.gender, birth_date: it.birthDate,
    details: { education: it.education, ...(it.joinedParty ? { joinedParty: it.joinedParty } : {}), ...(it.becameFull ? { becameFull: it.becameFull } : {}) },
  }));
  await call.tx.run(sql`INSERT INTO person (id, number, name, name_key, gender, birth_date, details)
    SELECT id, number, name, name_key, gender, birth_date, details FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS new(id uuid, number text, name text, name_key text, gender text, birth_date date, details jsonb)`);
}

const organisationFacts = (ids: ReadonlyMap<string, string>, founded: CivilDate): AnyNewFact[] => demoOrganisations.map((it) => ({
  kind: 'organisation', factId: idOf(ids, it.number),
  state: {
    category: it.category, number: it.number, name: it.name, shortName: it.shortName, founded, dissolved: null,
    placements: [{ parent: it.parent === null ? null : idOf(ids, it.parent), from: founded }],
  },
}));

function personFacts(it: DemoPerson, organisations: ReadonlyMap<string, string>, persons: ReadonlyMap<string, string>, founded: CivilDate): AnyNewFact[] {
  const person = idOf(persons, it.number);
  const organisation = idOf(organisations, it.branch);
  const group = it.group === null ? null : idOf(organisations, it.group);
  const membership: AnyNewFact = {
    kind: 'membership', state: { person, organisation, group, stage: it.stage, staffKind: it.staffKind, from: founded, to: null },
  };
  if (it.post === null) return [membership];
  const at = it.post === 'groupLeader' && group ? group : organisation;
  return [membership, { kind: 'post', state: { person, organisation: at, post: it.post, from: founded, to: null } }];
}

const TEAM_NAMES = ['甲班', '乙班', '丙班', '丁班'];

/** The shift teams of a branch; the secretary and his deputy work office hours, everybody else takes turns in a team. */
function teamFacts(branch: DemoOrganisation, staff: DemoStaff, founded: CivilDate): AnyNewFact[] {
  const known = knownCycles.find((it) => it.id === branch.branch?.rhythm);
  if (!known) return [];
  const ids = Array.from({ length: known.teams }, () => newId());
  const anchors = teamAnchors(known, founded);
  const teams = ids.map((factId, at): AnyNewFact => ({
    kind: 'shiftTeam', factId, text: { name: TEAM_NAMES[at] ?? String(at + 1) },
    state: { organisation: idOf(staff.organisation, branch.number), anchor: anchors[at] ?? founded, cycle: known.cycle, restHours: known.restHours, from: founded, to: null },
  }));
  const onShift = staff.people.filter((it) => it.branch === branch.number && it.post !== 'secretary' && it.post !== 'deputySecretary');
  const placements = onShift.map((it, at): AnyNewFact => ({
    kind: 'teamPlacement', state: { person: idOf(staff.person, it.number), team: ids[at % ids.length] ?? '', from: founded, to: null },
  }));
  return [...teams, ...placements];
}

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
