import * as orgs from '#domain/orgs/contract.ts';
import * as inclusions from '#domain/orgs/inclusion-contract.ts';
import * as people from '#domain/people/contract.ts';
import { readPeopleChanges } from '#domain/people/changes-contract.ts';
import { showParticulars } from '#domain/people/disclosure-contract.ts';
import { mergeBranch } from '#domain/people/merger-contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const branch = (bench: Bench) => {
  const number = bench.next();
  return { category: '631' as const, number: `T${number}`, name: `中共示例市公安局第${number}支部委员会`, shortName: `第${number}党支部`, founded: '2026-01-01' };
};
const founded = (bench: Bench): Promise<{ id: string; version: number }> =>
  bench.as('fangmin').call(orgs.foundOrganisation, { ...branch(bench), parent: bench.on('organs') });
const dissolved = async (bench: Bench): Promise<{ id: string; version: number }> => {
  const { id, version } = await founded(bench);
  return bench.as('fangmin').call(orgs.dissolveOrganisation, { organisation: id, version, day: '2026-10-31' });
};
/** A new person of the detention branch and the one spell of belonging to it. */
const member = async (bench: Bench): Promise<{ person: string; membership: string; version: number }> => {
  const person = await bench.newPerson();
  const { memberships } = await bench.as('fangmin').call(people.readPerson, { person });
  return { person, membership: memberships[0]?.id ?? '', version: memberships[0]?.version ?? 0 };
};
const holder = async (bench: Bench): Promise<{ post: string; version: number }> => {
  const person = await bench.newPerson();
  const { id, version } = await bench.as('luojian').call(people.appointPost, { person, organisation: bench.on('detention'), post: 'committeeMember', from: '2026-02-01' });
  return { post: id, version };
};
const spell = (bench: Bench) => ({ organisation: bench.on('detention'), group: null, stage: 'full' as const, staffKind: 'officer' as const });

export const rosterRequests: readonly Asked[] = [
  asking(orgs.readOrganisations, 'fangmin', () => ({})),
  asking(orgs.readOrganisation, 'fangmin', (bench) => ({ organisation: bench.on('detention') })),
  asking(orgs.foundOrganisation, 'fangmin', (bench) => ({ ...branch(bench), parent: bench.on('organs') })),
  asking(orgs.changeOrganisation, 'fangmin', async (bench) => {
    const { id, version } = await founded(bench);
    return { ...branch(bench), organisation: id, version };
  }),
  asking(orgs.moveOrganisation, 'fangmin', async (bench) => {
    const { id, version } = await founded(bench);
    const elsewhere = await bench.as('fangmin').call(orgs.foundOrganisation, { ...branch(bench), category: '621', parent: bench.on('organs') });
    return { organisation: id, version, parent: elsewhere.id, from: '2026-06-01' };
  }),
  asking(inclusions.recordInclusion, 'shenyi', async (bench) => {
    const { id } = await founded(bench);
    return { organisation: id, version: null, from: '2026-11-01' };
  }),
  asking(inclusions.withdrawInclusion, 'shenyi', async (bench) => {
    const { id } = await founded(bench);
    const { version } = await bench.as('shenyi').call(inclusions.recordInclusion, { organisation: id, version: null, from: '2026-11-01' });
    return { organisation: id, version };
  }),
  asking(mergeBranch, 'fangmin', async (bench) => {
    const [one, other] = [await founded(bench), await founded(bench)];
    return { organisation: one.id, version: one.version, into: other.id, from: '2026-11-02' };
  }),
  asking(orgs.dissolveOrganisation, 'fangmin', async (bench) => {
    const { id, version } = await founded(bench);
    return { organisation: id, version, day: '2026-10-31' };
  }),
  asking(orgs.restoreOrganisation, 'fangmin', async (bench) => {
    const { id, version } = await dissolved(bench);
    return { organisation: id, version };
  }),
  asking(people.readPeople, 'luojian', () => ({})),
  asking(people.readPerson, 'luojian', (bench) => ({ person: bench.person('zhengqi') })),
  asking(readPeopleChanges, 'fangmin', () => ({})),
  asking(showParticulars, 'luojian', (bench) => ({ person: bench.person('zhengqi'), purpose: 'partyWork' as const })),
  asking(people.enterPerson, 'luojian', (bench) => ({
    number: `T${String(bench.next()).padStart(5, '0')}`, name: '石磊', gender: null, birthDate: null, details: {}, ...spell(bench), from: '2026-01-01' })),
  asking(people.changePerson, 'luojian', async (bench) => {
    const person = await bench.newPerson();
    return { person, number: `T${String(bench.next()).padStart(5, '0')}`, name: '石岩', gender: null, birthDate: null, details: {} };
  }),
  asking(people.transferPerson, 'luojian', async (bench) => {
    const { person, version } = await member(bench);
    return { person, version, ...spell(bench), group: bench.on('groupB'), from: '2026-07-01' };
  }),
  asking(people.correctMembership, 'luojian', async (bench) => {
    const { membership, version } = await member(bench);
    return { membership, version, ...spell(bench), from: '2026-02-01', to: null };
  }),
  asking(people.endMembership, 'luojian', async (bench) => {
    const { membership, version } = await member(bench);
    return { membership, version, to: '2026-10-31' };
  }),
  asking(people.appointPost, 'luojian', async (bench) => ({
    person: await bench.newPerson(), organisation: bench.on('detention'), post: 'committeeMember' as const, from: '2026-02-01' })),
  asking(people.endPost, 'luojian', async (bench) => ({ ...(await holder(bench)), to: '2026-10-31' })),
  asking(people.withdrawPost, 'luojian', holder),
];
