import { z } from 'zod';
import { choosablePerson, organisationCard, personCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const year = z.coerce.number().int().min(2000).max(2199);
const persons = z.array(id).min(1).max(500);

export const selectionStage = z.enum(['opened', 'noticed', 'decided']);
export type SelectionStage = z.infer<typeof selectionStage>;

const nominee = z.strictObject({
  person: personCard, organisation: organisationCard, minutes: z.string(), reason: z.string(), by: z.string().nullable(), on: civilDate,
  /** Whether one may take the proposal back now. */
  mayWithdraw: z.boolean(),
});

const named = z.strictObject({ person: personCard, organisation: z.string() });
const listed = named.extend({
  /** An objection to him was upheld. */
  struck: z.boolean(),
  /** Whether one may object to him now, in one's own name. */
  mayObject: z.boolean(),
});

export const selectionView = z.strictObject({
  selection: id, organisation: organisationCard, year: z.number().int(), title: z.string(), quota: z.number().int(), stage: selectionStage, openedOn: civilDate,
  /** Proposals of the branches one answers for, all of them for the office; by branch and number, in no order of merit. */
  nominees: z.array(nominee),
  /** The last notice that was not taken back: public. */
  notice: z.strictObject({ from: civilDate, until: civilDate, over: z.boolean(), provisional: z.boolean(), persons: z.array(listed),
    /** Objections under way, for the office and the leaders; nobody else is told that there are any. */
    disputed: z.number().int().nullable() }).nullable(),
  decision: z.strictObject({ on: civilDate, document: z.string(), persons: z.array(named) }).nullable(),
  /** Why notices were taken back. */
  returned: z.array(z.strictObject({ on: civilDate, reason: z.string() })),
  /** Branches for which one may propose. */
  nominating: z.array(organisationCard),
  may: z.strictObject({ run: z.boolean(), decide: z.boolean() }),
});
export type SelectionView = z.output<typeof selectionView>;

export const listSelections = contract({
  name: 'listSelections', method: 'GET', path: '/selections',
  summary: { zh: '评选表彰', en: 'Selections for an award of a year, with where each stands' },
  input: z.strictObject({ year: year.optional() }),
  output: z.strictObject({
    year: z.number().int(), items: z.array(selectionView),
    /** Committees under which one may open a selection. */
    opening: z.array(organisationCard),
  }),
  refusals: [],
});

export const openSelection = contract({
  name: 'openSelection', method: 'POST', path: '/organisations/:organisation/selections',
  summary: { zh: '开展评选', en: 'Open a selection with its quota' },
  input: z.strictObject({ organisation: id, year: z.number().int().min(2000).max(2199), title: z.string().trim().min(2).max(60), quota: z.number().int().min(1).max(500) }),
  output: z.strictObject({ selection: id }),
  refusals: ['SelectionThere', 'CommitteesSelect', 'NoMemberResult'],
});

export const listCandidates = contract({
  name: 'listCandidates', method: 'GET', path: '/selections/:selection/candidates',
  summary: { zh: '可推荐人选', en: 'Members of a branch who meet the conditions of the reference for awards, by number' },
  input: z.strictObject({ selection: id, organisation: id }),
  output: z.strictObject({ items: z.array(choosablePerson), conditions: z.array(z.strictObject({ zh: z.string(), en: z.string() })), approved: z.boolean() }),
  refusals: [],
});

const saved = z.strictObject({ selection: id });

export const nominateMember = contract({
  name: 'nominateMember', method: 'POST', path: '/selections/:selection/nominations',
  summary: { zh: '推荐人选', en: 'Propose a member, by decision of the branch committee' },
  input: z.strictObject({ selection: id, organisation: id, person: id, minutes: z.string().trim().min(2).max(100), reason: z.string().trim().min(2).max(500) }),
  output: saved,
  refusals: ['SelectionPast', 'NotInReference', 'PersonVetoed', 'NominatedAlready'],
});

export const withdrawNomination = contract({
  name: 'withdrawNomination', method: 'POST', path: '/selections/:selection/nominations/:person/withdrawal',
  summary: { zh: '撤回推荐', en: 'Take a proposal back' },
  input: z.strictObject({ selection: id, person: id, reason: z.string().trim().min(2).max(500) }),
  output: saved,
  refusals: ['SelectionPast', 'NotNominated'],
});

export const postSelectionNotice = contract({
  name: 'postSelectionNotice', method: 'POST', path: '/selections/:selection/notice',
  summary: { zh: '公示拟表彰名单', en: 'Give public notice of those the office proposes to choose' },
  input: z.strictObject({ selection: id, persons, from: civilDate, until: civilDate }),
  output: saved,
  refusals: ['SelectionPast', 'QuotaExceeded', 'NotNominated', 'PersonVetoed', 'NoticeTooShort', 'NoticeBackdated'],
});

export const returnSelection = contract({
  name: 'returnSelection', method: 'POST', path: '/selections/:selection/return',
  summary: { zh: '撤回公示', en: 'Take a notice back, with a reason' },
  input: z.strictObject({ selection: id, reason: z.string().trim().min(2).max(500) }),
  output: saved,
  refusals: ['SelectionNotNoticed', 'SelectionPast'],
});

export const decideSelection = contract({
  name: 'decideSelection', method: 'POST', path: '/selections/:selection/decision',
  summary: { zh: '决定表彰', en: 'Choose among those who were named in the notice, by a document' },
  input: z.strictObject({ selection: id, persons, document: z.string().trim().min(2).max(100) }),
  output: saved,
  refusals: ['SelectionNotNoticed', 'SelectionPast', 'NotNoticed', 'QuotaExceeded', 'PersonVetoed', 'OwnSelection', 'NomineeStruck', 'SelectionDisputed', 'NoticeNotOver', 'NoticeProvisional'],
});
