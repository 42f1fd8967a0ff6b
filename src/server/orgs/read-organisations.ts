import { scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { sumsBelow } from '#domain/orgs/sums.ts';
import { headcounts, secretariesOn } from '#server/people/person-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { organisationsOn, subtree, type OrganisationOnDay } from './organisation-reads.ts';

/** The tree of a day; heads and secretaries only where the asker may see people. */
export async function readOrganisations(call: Call, input: { day?: CivilDate | undefined }): Promise<{ day: CivilDate; items: OrganisationNode[] }> {
  const day = input.day ?? call.today;
  return { day, items: await nodesOn(call, day) };
}

/** All organisations of a day as the asker may see them, in the order of their numbers. */
export async function nodesOn(call: Call, day: CivilDate): Promise<OrganisationNode[]> {
  const { tx, actor } = call;
  const organisations = await organisationsOn(tx, day);
  const shown = new Set(await subtree(tx, scopesOf(actor, 'readPeople'), day));
  const editable = new Set(await subtree(tx, scopesOf(actor, 'editOrganisations'), day));
  const heads = await headsOn(call, day, organisations, [...shown]);
  const secretaries = new Map((await secretariesOn(tx, day, [...shown])).map((it) => [it.organisation, it]));
  return organisations.toSorted(byNumber).map((it) => {
    const secretary = secretaries.get(it.id);
    const seen = shown.has(it.id) && {
      members: heads.get(it.id)?.members ?? 0, people: heads.get(it.id)?.people ?? 0,
      secretary: secretary ? { person: secretary.person, name: secretary.name } : null,
    };
    return { ...it, ...seen, editable: editable.has(it.id) };
  });
}

async function headsOn(call: Call, day: CivilDate, organisations: readonly OrganisationOnDay[], shown: readonly string[]) {
  const counts = await headcounts(call.tx, day, shown);
  const own = new Map<string, { members: number; people: number }>();
  const groups = new Map<string, { members: number; people: number }>();
  for (const { organisation, group, members, people } of counts) {
    const before = own.get(organisation) ?? { members: 0, people: 0 };
    own.set(organisation, { members: before.members + members, people: before.people + people });
    if (group) groups.set(group, { members, people });
  }
  const sums = sumsBelow(new Map(organisations.map((it) => [it.id, it.parent])), own);
  return new Map([...sums, ...groups]);
}
