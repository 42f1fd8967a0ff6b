import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Actor, Grant } from './actor.ts';
import { acts, type ActName } from './acts.ts';
import { demandEnd, demandGrant, demandOver, type Grantee, type Lineage, type Spell } from './granting.ts';
import { may } from './policy.ts';
import { administratorRoles, homeRoles, roles } from './roles.ts';

const TODAY = '2026-11-17';
const actNames = Object.keys(acts) as ActName[];

/** A tree as the parent of each organisation: organisation n hangs under an earlier one, 0 is the root. */
const lineageIn = (tree: readonly number[], at: number): Lineage => {
  const parent = tree[at];
  return at === 0 || parent === undefined ? [`o${at}`] : [`o${at}`, ...lineageIn(tree, parent)];
};

const holder = (grants: readonly Spell[], account = 'grantor'): Actor => ({
  account, userName: account, person: account, mustChangePassword: false, mustEnrol: false, session: '',
  grants: grants.map((it, at): Grant => ({ id: `g${at}`, ...it })),
});

const name = (work: () => void): string => {
  try {
    work();
    return 'allowed';
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal.name;
    throw fault;
  }
};

const spell = (role: Spell['role'], organisation: string, from = TODAY, to: string | null = null): Spell => ({ role, organisation, from, to });
const grantee = (over: Partial<Grantee> = {}): Grantee => ({
  account: 'grantee', person: 'p', places: [['branch', 'root']], belongs: ['branch', 'root'], held: [], ...over });
const security = holder([spell('securityAdministrator', 'root')]);
const grantsTo = (to: Grantee, wanted: Spell, by = security, lineage: Lineage = ['branch', 'root']): string =>
  name(() => demandGrant(by, to, wanted, lineage, TODAY));

/** A grantor, a grantee and a wish in a random tree. */
const situation = fc.tuple(fc.integer({ min: 1, max: 11 }), fc.infiniteStream(fc.nat())).chain(([size, chance]) => {
  const tree = Array.from({ length: size }, (_, at) => (at === 0 ? 0 : (chance.next().value ?? 0) % at));
  const at = fc.nat({ max: size - 1 });
  const someSpell = fc.record({ role: fc.constantFrom(...roles), organisation: at.map((it) => `o${it}`), from: fc.constant(TODAY), to: fc.constant(null) });
  return fc.record({ tree: fc.constant(tree), own: fc.array(someSpell, { maxLength: 3 }), held: fc.array(someSpell, { maxLength: 2 }), home: at, wanted: someSpell });
});

describe('granting a role', () => {
  it('never raises the sum of rights beyond the subtree of the grantor', () => {
    let granted = 0;
    fc.assert(fc.property(situation, ({ tree, own, held, home, wanted }) => {
      const lineage = (organisation: string): Lineage => lineageIn(tree, Number(organisation.slice(1)));
      const grantor = holder(own);
      const to = grantee({ held, belongs: lineageIn(tree, home), places: [lineageIn(tree, home), ...held.map((it) => lineage(it.organisation))] });
      if (grantsTo(to, wanted, grantor, lineage(wanted.organisation)) !== 'allowed') return;
      granted += 1;
      for (const at of tree.keys()) {
        const above = lineageIn(tree, at);
        const gained = actNames.filter((act) => may(holder([...held, wanted]), act, above).allowed && !may(holder(held), act, above).allowed);
        if (gained.length > 0) expect(may(grantor, 'grantRoles', above).allowed).toBe(true);
      }
      for (const place of to.places) expect(may(grantor, 'manageAccounts', place).allowed).toBe(true);
    }), { numRuns: 2000 });
    expect(granted).toBeGreaterThan(10);
  });

  it.each([
    ['a role of the branch to somebody of the branch', grantee(), spell('recorder', 'branch'), 'allowed'],
    ['a role of the office to somebody of a branch', grantee(), spell('partyAffairsOfficer', 'root'), 'allowed'],
    ['a role that begins next month', grantee(), spell('recorder', 'branch', '2026-12-01', '2026-12-31'), 'allowed'],
    ['an administrator to an account without a person', grantee({ person: null }), spell('systemAdministrator', 'root'), 'allowed'],
    ['a role of the work to an account without a person', grantee({ person: null }), spell('inspector', 'branch'), 'GrantWithoutPerson'],
    ['a role of the branch to somebody from elsewhere', grantee({ belongs: ['other', 'root'] }), spell('secretary', 'branch'), 'GrantWithoutHome'],
    ['a role of the branch to somebody who left', grantee({ belongs: [] }), spell('secretary', 'branch'), 'GrantWithoutHome'],
    ['a role that began yesterday', grantee(), spell('recorder', 'branch', '2026-11-16'), 'GrantDates'],
    ['a role that ends before it begins', grantee(), spell('recorder', 'branch', '2026-11-20', '2026-11-19'), 'GrantDates'],
    ['a role held already', grantee({ held: [spell('recorder', 'branch')] }), spell('recorder', 'branch', '2026-12-01'), 'GrantHeld'],
    ['a role again after it ended', grantee({ held: [spell('recorder', 'branch', TODAY, '2026-11-30')] }), spell('recorder', 'branch', '2026-12-01'), 'allowed'],
    ['an administrator to who records', grantee({ held: [spell('recorder', 'branch')] }), spell('auditAdministrator', 'root'), 'AdministratorsApart'],
    ['a role of the work to an administrator', grantee({ held: [spell('auditAdministrator', 'root')] }), spell('recorder', 'branch'), 'AdministratorsApart'],
    ['a second kind of administrator', grantee({ held: [spell('auditAdministrator', 'root')] }), spell('systemAdministrator', 'root'), 'AdministratorsApart'],
    ['the same administrator on another organisation', grantee({ held: [spell('auditAdministrator', 'root')] }), spell('auditAdministrator', 'branch'), 'allowed'],
    ['an administrator after the desk was left', grantee({ held: [spell('recorder', 'branch', TODAY, '2026-11-30')] }), spell('auditAdministrator', 'root', '2026-12-01'), 'allowed'],
  ])('%s', (_, to, wanted, answer) => expect(grantsTo(to, wanted)).toBe(answer));

  it('to oneself is refused, by account and by person', () => {
    expect(grantsTo(grantee({ account: 'grantor' }), spell('recorder', 'branch'))).toBe('GrantToSelf');
    expect(grantsTo(grantee({ person: 'grantor' }), spell('recorder', 'branch'))).toBe('GrantToSelf');
  });

  it('needs the right over the organisation and over the whole account', () => {
    const delegate = holder([spell('securityAdministrator', 'branch')]);
    expect(grantsTo(grantee(), spell('recorder', 'branch'), delegate)).toBe('allowed');
    expect(grantsTo(grantee(), spell('recorder', 'root'), delegate, ['root'])).toBe('GrantBeyondOwn');
    expect(grantsTo(grantee(), spell('recorder', 'gone'), delegate, [])).toBe('GrantBeyondOwn');
    expect(grantsTo(grantee({ places: [['branch', 'root'], ['root']] }), spell('recorder', 'branch'), delegate)).toBe('GrantBeyondOwn');
    expect(grantsTo(grantee({ places: [['other', 'root']] }), spell('recorder', 'branch'), delegate)).toBe('NotFound');
    expect(grantsTo(grantee(), spell('recorder', 'branch'), holder([spell('organsSecretary', 'root')]))).toBe('NotAllowed');
  });

  it('knows no empty scope that would mean everything', () => {
    expect(name(() => demandOver(security, 'manageAccounts', []))).toBe('NotFound');
    expect(name(() => demandOver(security, 'manageAccounts', [[]]))).toBe('NotFound');
  });
});

describe('ending a grant', () => {
  const ends = (held: Spell, last: string | null, by = security, lineage: Lineage = ['branch', 'root']): string =>
    name(() => demandEnd(by, grantee(), held, lineage, last, TODAY));
  const held = spell('recorder', 'branch', '2026-01-01', '2026-12-31');

  it.each([
    ['at once', null, 'allowed'], ['tonight', TODAY, 'allowed'], ['before its last day', '2026-12-30', 'allowed'],
    ['yesterday', '2026-11-16', 'GrantDates'], ['later than it was granted', '2027-01-01', 'GrantDates'],
  ])('%s: %s', (_, last, answer) => expect(ends(held, last)).toBe(answer));

  it('needs the right over that grant only', () => {
    const delegate = holder([spell('securityAdministrator', 'branch')]);
    expect(ends(held, null, delegate)).toBe('allowed');
    expect(ends(held, null, delegate, ['other', 'root'])).toBe('NotFound');
    expect(ends(held, null, holder([]))).toBe('NotAllowed');
    expect(ends(held, null, holder([spell('securityAdministrator', 'root')], 'grantee'))).toBe('GrantToSelf');
  });
});

describe('roles', () => {
  it('of a branch and of an administrator are different ones', () => {
    expect(homeRoles.filter((it) => administratorRoles.includes(it))).toEqual([]);
  });
});
