import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, organisationCategory, post } from '#domain/facts/contract.ts';
import { inclusionCard } from './inclusion-contract.ts';

const version = z.number().int().min(1);
const number = z.string().trim().regex(/^[0-9A-Za-z-]{1,20}$/);
const name = z.string().trim().min(1).max(100);
const shortName = z.string().trim().min(1).max(40);
const count = z.number().int().min(0);

/**
 * One organisation as the tree stood on a day. The tree itself may be known to everybody who is signed in; figures and
 * names are absent where one may not see people.
 */
export const organisationNode = z.strictObject({
  id, version, category: organisationCategory, number: z.string(), name: z.string(), shortName: z.string(),
  founded: civilDate, dissolved: civilDate.nullable(), parent: id.nullable(),
  /** Full and probationary members with their home here or below. */
  members: count.optional(),
  /** Everybody on the roster here or below, members or not. */
  people: count.optional(),
  secretary: z.strictObject({ person: id, name: z.string() }).nullable().optional(),
  /** Whether the asker may change it and found others below it. */
  editable: z.boolean(),
});
export type OrganisationNode = z.output<typeof organisationNode>;

export const readOrganisations = contract({
  name: 'readOrganisations', method: 'GET', path: '/organisations',
  summary: { zh: '组织机构', en: 'The tree of organisations on a day' },
  input: z.strictObject({ day: civilDate.optional() }),
  output: z.strictObject({ day: civilDate, items: z.array(organisationNode) }),
  refusals: [],
});

export const organisationPost = z.strictObject({
  id, version, post, person: id, name: z.string(), from: civilDate, to: civilDate.nullable(),
});

export const readOrganisation = contract({
  name: 'readOrganisation', method: 'GET', path: '/organisations/:organisation',
  summary: { zh: '组织详情', en: 'One organisation with its posts' },
  input: z.strictObject({ organisation: id, day: civilDate.optional() }),
  output: z.strictObject({
    organisation: organisationNode,
    /** Where it hung since when, oldest first. */
    placements: z.array(z.strictObject({ parent: id.nullable(), parentName: z.string().nullable(), from: civilDate })),
    inclusion: inclusionCard,
    /** Holders of posts on the day; absent where one may not see people. */
    posts: z.array(organisationPost).optional(),
  }),
  refusals: [],
});

const changed = z.strictObject({ id, version });

export const foundOrganisation = contract({
  name: 'foundOrganisation', method: 'POST', path: '/organisations',
  summary: { zh: '新建组织', en: 'Found an organisation' },
  input: z.strictObject({ category: organisationCategory, number, name, shortName, founded: civilDate, parent: id }),
  output: changed,
  refusals: ['DayInFuture', 'ParentUnfit', 'ParentAbsent', 'OrganisationNumberTaken', 'OrganisationNameTaken'],
});

export const changeOrganisation = contract({
  name: 'changeOrganisation', method: 'PUT', path: '/organisations/:organisation',
  summary: { zh: '修改组织信息', en: 'Rename or correct an organisation' },
  input: z.strictObject({ organisation: id, version, category: organisationCategory, number, name, shortName, founded: civilDate }),
  output: changed,
  refusals: [
    'DayInFuture', 'ParentUnfit', 'ParentAbsent', 'ChildUnfit', 'FoundedAfterUse', 'OrganisationNumberTaken', 'OrganisationNameTaken',
    'FactChanged',
  ],
});

export const moveOrganisation = contract({
  name: 'moveOrganisation', method: 'POST', path: '/organisations/:organisation/placements',
  summary: { zh: '调整隶属', en: 'Move an organisation under another one' },
  input: z.strictObject({ organisation: id, version, parent: id, from: civilDate }),
  output: changed,
  refusals: ['DayInFuture', 'YearClosed', 'ParentUnfit', 'ParentAbsent', 'ParentBelow', 'PlacedLater', 'OrganisationDissolved', 'FactChanged'],
});

export const dissolveOrganisation = contract({
  name: 'dissolveOrganisation', method: 'POST', path: '/organisations/:organisation/dissolution',
  summary: { zh: '撤销组织', en: 'Dissolve an organisation' },
  /** `day` is the last day on which it exists. */
  input: z.strictObject({ organisation: id, version, day: civilDate }),
  output: changed,
  refusals: ['DayInFuture', 'YearClosed', 'OrganisationNotEmpty', 'OrganisationDissolved', 'DissolvedBeforeFounded', 'FactChanged'],
});

export const restoreOrganisation = contract({
  name: 'restoreOrganisation', method: 'DELETE', path: '/organisations/:organisation/dissolution',
  summary: { zh: '恢复组织', en: 'Undo the dissolution of an organisation' },
  input: z.strictObject({ organisation: id, version }),
  output: changed,
  refusals: ['ParentAbsent', 'OrganisationNotDissolved', 'FactChanged'],
});
