import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, memberStage, post, staffKind } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
/** 警号/内部编号: the key of a person; the ID number is not asked for (finding 14). */
export const personNumber = z.string().trim().regex(/^[0-9A-Za-z-]{2,20}$/);
export const personName = z.string().trim().min(1).max(60);
export const gender = z.enum(['male', 'female']);
const text = z.string().trim().max(100);

/** What the roster says of a person beside number and name; every part may be unknown. */
export const personDetails = z.strictObject({
  ethnicity: text.optional(),
  education: text.optional(),
  /** 工作岗位. */
  position: text.optional(),
  phone: z.string().trim().max(40).optional(),
  /** 加入党组织日期. */
  joinedParty: civilDate.optional(),
  /** 转为正式党员日期. */
  becameFull: civilDate.optional(),
});
export type PersonDetails = z.output<typeof personDetails>;

/** Particulars that only the person himself is shown in full; others see a mask until they say for what they need them. */
export const hiddenParticular = z.enum(['phone', 'birthDate', 'ethnicity']);
export type HiddenParticular = z.infer<typeof hiddenParticular>;

const ref = z.strictObject({ id, name: z.string() });

/** One row of the list of people: the person with home and posts as of a day. */
export const personRow = z.strictObject({
  id, number: z.string(), name: z.string(), gender: gender.nullable(),
  branch: ref, group: ref.nullable(), stage: memberStage, staffKind,
  /** Posts in the home branch or its group. */
  posts: z.array(post),
});
export type PersonRow = z.output<typeof personRow>;

export const readPeople = contract({
  name: 'readPeople', method: 'GET', path: '/people',
  summary: { zh: '人员', en: 'People of the branches one may see' },
  input: z.strictObject({
    search: z.string().trim().max(60).optional(),
    /** Everybody with the home in this organisation or below it. */
    organisation: id.optional(),
    /** `member` is full or probationary. */
    stage: z.enum([...memberStage.options, 'member']).optional(),
    staffKind: staffKind.optional(),
    day: civilDate.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.strictObject({ items: z.array(personRow), total: z.number().int() }),
  refusals: [],
});

export const membershipSpell = z.strictObject({
  id, version, branch: ref, group: ref.nullable(), stage: memberStage, staffKind, from: civilDate, to: civilDate.nullable(),
});
export type MembershipSpell = z.output<typeof membershipSpell>;

export const postSpell = z.strictObject({ id, version, organisation: ref, post, from: civilDate, to: civilDate.nullable() });

export const personPage = z.strictObject({
  id, number: z.string(), name: z.string(), gender: gender.nullable(), birthDate: civilDate.nullable(), details: personDetails,
  /** The year of birth, where the day is on file and not shown: enough for an age. */
  bornIn: z.string().nullable(),
  /** Which particulars stand here as a mask, or as nothing. */
  masked: z.array(hiddenParticular),
  /** Newest first. */
  memberships: z.array(membershipSpell),
  posts: z.array(postSpell),
  teams: z.array(z.strictObject({ id, team: ref, from: civilDate, to: civilDate.nullable() })),
  editable: z.boolean(),
  /** Why one who may edit the person may not change memberships and posts; null where he may. */
  notToMove: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
});
export type PersonPage = z.output<typeof personPage>;

export const readPerson = contract({
  name: 'readPerson', method: 'GET', path: '/people/:person',
  summary: { zh: '人员详情', en: 'One person with memberships, posts and teams' },
  input: z.strictObject({ person: id }), output: personPage, refusals: [],
});

const personal = {
  number: personNumber, name: personName, gender: gender.nullable(), birthDate: civilDate.nullable(), details: personDetails,
};
const belonging = { organisation: id, group: id.nullable(), stage: memberStage, staffKind };
const branchRefusals = ['DayInFuture', 'BranchAbsent', 'GroupElsewhere'];

export const enterPerson = contract({
  name: 'enterPerson', method: 'POST', path: '/people',
  summary: { zh: '新增人员', en: 'Enter a person' },
  input: z.strictObject({ ...personal, ...belonging, from: civilDate }),
  output: z.strictObject({ id }),
  refusals: [...branchRefusals, 'PersonNumberTaken', 'PersonDatesReversed', 'PhoneMasked'],
});

export const changePerson = contract({
  name: 'changePerson', method: 'PUT', path: '/people/:person',
  summary: { zh: '修改人员信息', en: "Correct a person's particulars" },
  /** What stands in `kept` stays as it is on file, whatever `details` says: who changes a name need not be shown the number. */
  input: z.strictObject({ person: id, ...personal, kept: z.array(hiddenParticular).max(hiddenParticular.options.length).default([]) }),
  output: z.strictObject({ id }),
  refusals: ['DayInFuture', 'PersonNumberTaken', 'PersonDatesReversed', 'PhoneMasked'],
});

/** What a transfer ended besides the old membership, so that the page can say so. */
const moved = z.strictObject({ id, version, endedPosts: z.number().int(), endedTeams: z.number().int() });

export const transferPerson = contract({
  name: 'transferPerson', method: 'POST', path: '/people/:person/memberships',
  summary: { zh: '转接组织关系', en: 'Transfer a person, or change stage or group from a day on' },
  /** `version` is that of the newest membership as it was read; null for somebody who has none. */
  input: z.strictObject({ person: id, version: version.nullable(), ...belonging, from: civilDate }),
  output: moved,
  refusals: [...branchRefusals, 'OwnMembershipOrPost', 'YearClosed', 'MembershipLater', 'MembershipSame', 'FactChanged'],
});

export const correctMembership = contract({
  name: 'correctMembership', method: 'PUT', path: '/memberships/:membership',
  summary: { zh: '更正组织关系', en: 'Correct a membership that was entered wrongly' },
  input: z.strictObject({ membership: id, version, ...belonging, from: civilDate, to: civilDate.nullable() }),
  output: moved,
  refusals: [...branchRefusals, 'OwnMembershipOrPost', 'MembershipOverlaps', 'MembershipBackwards', 'FactChanged', 'FactWithdrawn'],
});

export const endMembership = contract({
  name: 'endMembership', method: 'POST', path: '/memberships/:membership/end',
  summary: { zh: '结束组织关系', en: 'End a membership (left the bureau)' },
  /** `to` is the last day. */
  input: z.strictObject({ membership: id, version, to: civilDate }),
  output: moved,
  refusals: ['OwnMembershipOrPost', 'DayInFuture', 'YearClosed', 'MembershipEnded', 'MembershipBackwards', 'FactChanged', 'FactWithdrawn'],
});

const changed = z.strictObject({ id, version });

export const appointPost = contract({
  name: 'appointPost', method: 'POST', path: '/people/:person/posts',
  summary: { zh: '任党内职务', en: 'Appoint to a post in the Party' },
  input: z.strictObject({ person: id, organisation: id, post, from: civilDate }),
  output: changed,
  refusals: ['OwnMembershipOrPost', 'DayInFuture', 'PostNeedsMembership', 'PostUnfit', 'PostTaken', 'PostHeld'],
});

export const endPost = contract({
  name: 'endPost', method: 'POST', path: '/posts/:post/end',
  summary: { zh: '免党内职务', en: 'End a post' },
  /** `to` is the last day. */
  input: z.strictObject({ post: id, version, to: civilDate }),
  output: changed,
  refusals: ['OwnMembershipOrPost', 'DayInFuture', 'YearClosed', 'PostEnded', 'PostBackwards', 'FactChanged', 'FactWithdrawn'],
});

export const withdrawPost = contract({
  name: 'withdrawPost', method: 'DELETE', path: '/posts/:post',
  summary: { zh: '撤回误登的职务', en: 'Withdraw a post entered by mistake' },
  input: z.strictObject({ post: id, version }), output: changed,
  refusals: ['OwnMembershipOrPost', 'FactChanged', 'FactWithdrawn'],
});
