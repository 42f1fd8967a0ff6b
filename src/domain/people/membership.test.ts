import { describe, expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { OrganisationState } from '#domain/orgs/structure.ts';
import { demandDateOrder, demandFreeDays, demandHome, transferred, type MembershipState, type Spell } from './membership.ts';
import { cutBefore, demandEligible, endsWithMove } from './posts.ts';

const state = (part: Partial<MembershipState> = {}): MembershipState => ({
  person: 'p', organisation: 'old', group: null, stage: 'full', staffKind: 'officer', from: '2020-01-01', to: null, ...part });
const spell = (part: Partial<MembershipState> = {}, version = 1): Spell => ({ factId: `f${part.from ?? ''}`, version, state: state(part) });

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal.name;
    throw fault;
  }
  return 'carried out';
};

describe('a transfer', () => {
  test('ends the old spell the day before the new one begins', () => {
    const { ended, begun } = transferred([spell()], state({ organisation: 'new', from: '2026-03-01' }), 1);
    expect(ended?.state.to).toBe('2026-02-28');
    expect(begun).toMatchObject({ organisation: 'new', from: '2026-03-01', to: null });
  });

  test('of somebody who had left ends nothing, and back home is allowed', () => {
    const left = spell({ to: '2025-12-31' });
    expect(transferred([left], state({ from: '2026-03-01' }), 1).ended).toBeNull();
    expect(transferred([left], state({ from: '2025-06-01', organisation: 'new' }), 1).ended?.state.to).toBe('2025-05-31');
    expect(transferred([], state(), null).ended).toBeNull();
  });

  test('is refused before the newest spell, without a change, or when somebody was quicker', () => {
    const next = state({ organisation: 'new', from: '2026-03-01' });
    expect(refusalOf(() => transferred([spell({ from: '2026-03-01' })], next, 1))).toBe('MembershipLater');
    expect(refusalOf(() => transferred([spell()], state({ from: '2026-03-01' }), 1))).toBe('MembershipSame');
    expect(refusalOf(() => transferred([spell()], next, null))).toBe('FactChanged');
    expect(refusalOf(() => transferred([spell({}, 2)], next, 1))).toBe('FactChanged');
  });
});

test('spells of one person never overlap, not by one day', () => {
  const spells = [spell({ to: '2025-12-31' }), spell({ from: '2026-01-01' })];
  const corrected = (part: Partial<MembershipState>) => refusalOf(() => demandFreeDays(spells, 'f2026-01-01', state(part)));
  expect(corrected({ from: '2026-01-01' })).toBe('carried out');
  expect(corrected({ from: '2025-12-31' })).toBe('MembershipOverlaps');
  expect(corrected({ from: '2026-02-01', to: '2026-01-31' })).toBe('MembershipBackwards');
});

test('a home is a lasting branch that exists, with a group of its own', () => {
  const branch: OrganisationState = {
    category: '631', number: '1', name: 'b', shortName: 'b', founded: '2020-01-01', dissolved: null, placements: [{ parent: 'x', from: '2020-01-01' }] };
  const group: OrganisationState = { ...branch, category: '699', placements: [{ parent: 'old', from: '2020-01-01' }] };
  const home = (b: OrganisationState | undefined, g: OrganisationState | null, part: Partial<MembershipState> = {}) => refusalOf(() => demandHome(b, g, state(part)));
  expect(home(branch, null)).toBe('carried out');
  expect(home(branch, group, { group: 'g' })).toBe('carried out');
  expect(home(undefined, null)).toBe('BranchAbsent');
  expect(home({ ...branch, category: '931' }, null)).toBe('BranchAbsent');
  expect(home({ ...branch, category: '611' }, null)).toBe('BranchAbsent');
  expect(home({ ...branch, founded: '2020-01-02' }, null)).toBe('BranchAbsent');
  expect(home({ ...branch, dissolved: '2026-01-01' }, null)).toBe('BranchAbsent');
  expect(home({ ...branch, dissolved: '2026-01-01' }, null, { to: '2026-01-01' })).toBe('carried out');
  expect(home(branch, { ...group, placements: [{ parent: 'elsewhere', from: '2020-01-01' }] }, { group: 'g' })).toBe('GroupElsewhere');
  expect(home(branch, branch, { group: 'g' })).toBe('GroupElsewhere');
});

test('birth, joining and full membership come in this order', () => {
  expect(refusalOf(() => demandDateOrder('1990-01-01', '2015-07-01', '2016-07-01'))).toBe('carried out');
  expect(refusalOf(() => demandDateOrder(null, undefined, '2016-07-01'))).toBe('carried out');
  expect(refusalOf(() => demandDateOrder('1990-01-01', undefined, '1989-07-01'))).toBe('PersonDatesReversed');
  expect(refusalOf(() => demandDateOrder(null, '2016-07-02', '2016-07-01'))).toBe('PersonDatesReversed');
});

describe('posts', () => {
  const post = { person: 'p', organisation: 'old', post: 'secretary' as const, from: '2026-01-01', to: null };

  test('need a full member of the branch, or of any branch for a committee', () => {
    expect(refusalOf(() => demandEligible('631', post, state()))).toBe('carried out');
    expect(refusalOf(() => demandEligible('611', { ...post, organisation: 'committee' }, state()))).toBe('carried out');
    expect(refusalOf(() => demandEligible('631', post, state({ organisation: 'new' })))).toBe('PostNeedsMembership');
    expect(refusalOf(() => demandEligible('631', post, state({ stage: 'probationary' })))).toBe('PostNeedsMembership');
    expect(refusalOf(() => demandEligible('631', post, undefined))).toBe('PostNeedsMembership');
  });

  test('of a group are the leader and nothing else', () => {
    const leader = { ...post, organisation: 'g', post: 'groupLeader' as const };
    expect(refusalOf(() => demandEligible('699', leader, state({ group: 'g' })))).toBe('carried out');
    expect(refusalOf(() => demandEligible('699', { ...post, organisation: 'g' }, state({ group: 'g' })))).toBe('PostUnfit');
    expect(refusalOf(() => demandEligible('631', { ...leader, organisation: 'old' }, state()))).toBe('PostUnfit');
  });

  test('end with the move out of their organisation, and all of them with the last one', () => {
    const before = state({ group: 'g' });
    expect(endsWithMove({ organisation: 'old' }, before, state({ organisation: 'new' }))).toBe(true);
    expect(endsWithMove({ organisation: 'old' }, before, state({ group: 'other' }))).toBe(false);
    expect(endsWithMove({ organisation: 'g' }, before, state({ group: 'other' }))).toBe(true);
    expect(endsWithMove({ organisation: 'committee' }, before, state({ organisation: 'new' }))).toBe(false);
    expect(endsWithMove({ organisation: 'committee' }, before, state({ stage: 'none' }))).toBe(true);
    expect(endsWithMove({ organisation: 'committee' }, before, null)).toBe(true);
  });

  test('that had not begun are withdrawn, those that were over stay as they are', () => {
    expect(cutBefore(post, '2026-03-01')).toMatchObject({ to: '2026-02-28' });
    expect(cutBefore(post, '2026-01-01')).toBe('withdrawn');
    expect(cutBefore({ ...post, to: '2026-02-28' }, '2026-03-01')).toBe('untouched');
  });
});
