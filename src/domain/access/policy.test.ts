import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Actor, Grant } from './actor.ts';
import { acts, type ActName } from './acts.ts';
import { demand, demandOrHide, may, scopesOf } from './policy.ts';
import { administratorRoles, roles, type Role } from './roles.ts';

const grant = (role: Role, organisation: string): Grant => ({ id: `${role}@${organisation}`, role, organisation, from: '2026-01-01', to: null });
const holder = (...grants: readonly Grant[]): Actor => ({ account: 'a', userName: 'u', person: 'p', grants, mustChangePassword: false, mustEnrol: false, session: 's' });
const actNames = Object.keys(acts) as ActName[];
const doneBy = (role: Role): readonly ActName[] => actNames.filter((act) => may(holder(grant(role, 'x')), act, ['x']).allowed);

describe('a right', () => {
  it('comes from a grant on the organisation or above it, and names the grant', () => {
    const secretary = holder(grant('secretary', 'branch'), grant('recorder', 'elsewhere'));
    expect(may(secretary, 'confirmSessions', ['group', 'branch', 'committee'])).toEqual({ allowed: true, because: [grant('secretary', 'branch')] });
    expect(may(secretary, 'recordSessions', ['elsewhere'])).toEqual({ allowed: true, because: [grant('recorder', 'elsewhere')] });
  });

  it('does not come from a grant below or beside, nor for an organisation that is not there', () => {
    const secretary = holder(grant('secretary', 'branch'));
    for (const lineage of [['committee'], ['other', 'committee'], []]) expect(may(secretary, 'confirmSessions', lineage).allowed).toBe(false);
  });

  it.each(roles)('of %s reaches nothing for an organisation that is not there', (role) => {
    expect(actNames.filter((act) => may(holder(grant(role, 'x')), act, []).allowed)).toEqual([]);
  });

  it('that is missing says who could do it', () => {
    expect(() => demand(holder(), 'confirmSessions', ['branch'])).toThrow(/Branch secretary/);
    expect(() => demandOrHide(holder(), 'confirmSessions', ['branch'])).toThrow(expect.toSatisfy((it) => it instanceof Refused && it.refusal.status === 404));
  });

  it('begins where it was granted, each organisation once', () => {
    expect(scopesOf(holder(grant('secretary', 'a'), grant('recorder', 'a'), grant('recorder', 'b')), 'recordSessions')).toEqual(['a', 'b']);
  });
});

describe('the three administrators (T26)', () => {
  it('share no act with each other nor with anybody else', () => {
    for (const role of administratorRoles) {
      const others = roles.filter((it) => it !== role).flatMap(doneBy);
      expect(doneBy(role).filter((act) => others.includes(act))).toEqual([]);
      expect(doneBy(role).length).toBeGreaterThan(0);
    }
  });

  it('see nothing of the work', () => {
    const seen = administratorRoles.flatMap(doneBy);
    expect([...seen].sort()).toEqual(['grantRoles', 'manageAccounts', 'operate', 'readAudit']);
  });
});

describe('taking tables away', () => {
  it('is an act apart from seeing them: who looks, leads a group, inspects or belongs does not hold it', () => {
    expect(roles.filter((role) => doneBy(role).includes('takeTables'))).toEqual(
      ['organsSecretary', 'organsDeputy', 'organsDiscipline', 'partyAffairsOfficer', 'bureauLeader', 'secretary', 'deputySecretary', 'organiser', 'recorder']);
    expect(doneBy('groupLeader')).toContain('readPeople');
  });
});
