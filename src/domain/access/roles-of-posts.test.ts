import { describe, expect, it } from 'vitest';
import { roleOfPost } from './roles-of-posts.ts';

describe('the role proposed for a post', () => {
  it.each([
    ['secretary', '631', 'secretary'], ['deputySecretary', '932', 'deputySecretary'], ['organiser', '632', 'organiser'],
    ['publicist', '931', 'publicist'], ['disciplineOfficer', '631', 'disciplineOfficer'], ['groupLeader', '699', 'groupLeader'],
    ['secretary', '611', 'organsSecretary'], ['deputySecretary', '611', 'organsDeputy'],
  ] as const)('%s of a %s is %s', (post, category, role) => expect(roleOfPost(post, { category, leads: false })).toBe(role));

  it('is none for a member without portfolio, for a general branch, and for a leader of a group that is none', () => {
    expect(roleOfPost('committeeMember', { category: '631', leads: false })).toBeNull();
    expect(roleOfPost('secretary', { category: '621', leads: false })).toBeNull();
    expect(roleOfPost('groupLeader', { category: '631', leads: false })).toBeNull();
    expect(roleOfPost('publicist', { category: '611', leads: false })).toBeNull();
  });

  it('is that of a bureau leader for the committee above other committees, never that of its office', () => {
    for (const post of ['secretary', 'deputySecretary', 'committeeMember'] as const) expect(roleOfPost(post, { category: '611', leads: true })).toBe('bureauLeader');
  });
});
