import { isBranch, isGroup, type OrganisationCategory } from '#domain/orgs/categories.ts';
import type { Post } from '#domain/people/posts.ts';
import type { Role } from './roles.ts';

/** Where a post is held: the kind of organisation, and whether it leads committees below it (the committee of the bureau). */
export interface PostPlace {
  readonly category: OrganisationCategory;
  readonly leads: boolean;
}

const inBranch: Readonly<Partial<Record<Post, Role>>> = {
  secretary: 'secretary', deputySecretary: 'deputySecretary', organiser: 'organiser', publicist: 'publicist', disciplineOfficer: 'disciplineOfficer',
};
const inOrgans: Readonly<Partial<Record<Post, Role>>> = { secretary: 'organsSecretary', deputySecretary: 'organsDeputy' };

/**
 * The role that is proposed for whoever holds a post, or null when none follows from it: a member without portfolio, the
 * committee of a general branch. It is a proposal; the security administrator decides (finding 20).
 */
export function roleOfPost(post: Post, { category, leads }: PostPlace): Role | null {
  if (isGroup(category)) return post === 'groupLeader' ? 'groupLeader' : null;
  if (isBranch(category)) return inBranch[post] ?? null;
  if (category !== '611') return null;
  return leads ? 'bureauLeader' : inOrgans[post] ?? null;
}
