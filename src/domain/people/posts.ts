import { addDays, isWithin, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { isBranch, isGroup, type OrganisationCategory } from '#domain/orgs/categories.ts';
import type { Words } from '#domain/words/words.ts';
import type { MembershipState } from './membership.ts';
import { refusePeople } from './refusals.ts';

export type PostState = FactState<'post'>;
export type Post = PostState['post'];

export const postLabels: Readonly<Record<Post, Words>> = {
  secretary: { zh: '书记', en: 'Secretary' },
  deputySecretary: { zh: '副书记', en: 'Deputy secretary' },
  organiser: { zh: '组织委员', en: 'Committee member for organisation' },
  publicist: { zh: '宣传委员', en: 'Committee member for publicity' },
  disciplineOfficer: { zh: '纪检委员', en: 'Committee member for discipline' },
  committeeMember: { zh: '委员', en: 'Committee member' },
  groupLeader: { zh: '党小组长', en: 'Group leader' },
};

/**
 * Whether a person may be given a post: a full member, in a branch or group one of its own; a committee takes its
 * members from any branch.
 * @param home the person's membership on the first day of the post.
 * @throws PostUnfit, PostNeedsMembership
 */
export function demandEligible(category: OrganisationCategory, next: PostState, home: MembershipState | undefined): void {
  if (isGroup(category) !== (next.post === 'groupLeader')) throw refusePeople('PostUnfit', {});
  const own = isGroup(category) ? home?.group : isBranch(category) ? home?.organisation : next.organisation;
  if (home?.stage !== 'full' || own !== next.organisation) throw refusePeople('PostNeedsMembership', { from: next.from });
}

/**
 * What becomes of something that holds only while somebody belongs somewhere, when that ends with the day before
 * `from`: shortened, or withdrawn when it had not begun by then; untouched when it was over already.
 */
export function cutBefore<S extends { readonly from: CivilDate; readonly to: CivilDate | null }>(state: S, from: CivilDate): S | 'withdrawn' | 'untouched' {
  if (state.to !== null && state.to < from) return 'untouched';
  return state.from >= from ? 'withdrawn' : { ...state, to: addDays(from, -1) };
}

/** Posts of a home that end when somebody goes to `after`; null: left the bureau, then all end. */
export function endsWithMove(post: { readonly organisation: string }, before: MembershipState, after: MembershipState | null): boolean {
  if (after === null || after.stage !== 'full') return true;
  const old = [before.organisation, before.group];
  return old.includes(post.organisation) && post.organisation !== after.organisation && post.organisation !== after.group;
}

export const heldOn = (post: PostState, day: CivilDate): boolean => isWithin(day, post);
