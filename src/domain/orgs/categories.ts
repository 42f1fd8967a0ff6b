import type { FactState } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';

export type OrganisationCategory = FactState<'organisation'>['category'];

/** Names of the categories of the national list (domain 5.3), in its order; 699 and 000 are our own codes. */
export const categoryLabels: Readonly<Record<OrganisationCategory, Words>> = {
  '611': { zh: '党委', en: 'Party committee' },
  '612': { zh: '党组', en: 'Leading Party group' },
  '621': { zh: '党总支部', en: 'General branch' },
  '631': { zh: '党支部', en: 'Party branch' },
  '632': { zh: '联合党支部', en: 'Joint branch' },
  '911': { zh: '临时党委', en: 'Temporary committee' },
  '921': { zh: '临时党总支部', en: 'Temporary general branch' },
  '931': { zh: '临时党支部', en: 'Temporary branch' },
  '932': { zh: '临时联合党支部', en: 'Temporary joint branch' },
  '699': { zh: '党小组', en: 'Party group' },
  '000': { zh: '其他机构', en: 'Other unit' },
};

const committees: readonly OrganisationCategory[] = ['611', '612', '911'];
const generalBranches: readonly OrganisationCategory[] = ['621', '921'];
const branches: readonly OrganisationCategory[] = ['631', '632', '931', '932'];

/** A branch of any kind: where a member has the home of the organisational relation. */
export const isBranch = (category: OrganisationCategory): boolean => branches.includes(category);
export const isGroup = (category: OrganisationCategory): boolean => category === '699';

/**
 * Under what an organisation of a category may hang; `null` stands for the top of the tree. A branch is led by a
 * committee or a general branch, a general branch by a committee, a group is part of a branch (finding 6).
 */
const parentsOf: Readonly<Record<OrganisationCategory, readonly (OrganisationCategory | null)[]>> = {
  '000': [null, '000', '611'],
  '611': [null, '000', '611'],
  '612': ['000', '611'],
  '911': ['000', '611', '911'],
  '621': [...committees],
  '921': ['611', '911'],
  '631': [...committees, ...generalBranches],
  '632': [...committees, ...generalBranches],
  '931': [...committees, ...generalBranches],
  '932': [...committees, ...generalBranches],
  '699': [...branches],
};

export const mayHangUnder = (category: OrganisationCategory, parent: OrganisationCategory | null): boolean =>
  parentsOf[category].includes(parent);

/** The categories under which an organisation of this one may hang, for the sentence of a refusal. */
export const possibleParents = (category: OrganisationCategory): readonly OrganisationCategory[] =>
  parentsOf[category].filter((it) => it !== null);
