import { z } from 'zod';
import { organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { entryRow, registerCard } from './contract.ts';

const year = z.coerce.number().int().min(2000).max(2199);

/** A brand or a method in force, as its register has it. */
const shownBrand = z.strictObject({ entry: id, title: z.string(), text: z.string(), since: civilDate, reviewed: civilDate.nullable() });
export type ShownBrand = z.output<typeof shownBrand>;

/** What a branch shows: `waiting` is entered and not yet confirmed by the office. */
const brandsOf = z.strictObject({ shown: z.array(shownBrand), waiting: z.number().int().min(0) });
export type BrandsOf = z.output<typeof brandsOf>;

const branchBrands = z.strictObject({ organisation: organisationCard, brand: brandsOf, method: brandsOf });
export type BranchBrands = z.output<typeof branchBrands>;

export const readBrands = contract({
  name: 'readBrands', method: 'GET', path: '/brands',
  summary: { zh: '品牌与工作法', en: "The bureau's brand, and the brand and method of every branch, with who has none" },
  input: z.strictObject({}),
  output: z.strictObject({
    /** The registers they stand in; null where the scheme keeps none. */
    registers: z.strictObject({ bureauBrand: word.nullable(), brand: word.nullable(), method: word.nullable() }),
    bureau: z.array(shownBrand), branches: z.array(branchBrands),
    /** Branches for which one may enter what is missing. */
    entering: z.array(id),
  }),
  refusals: [],
});
export type Brands = z.output<typeof readBrands.output>;

export const readFeatures = contract({
  name: 'readFeatures', method: 'GET', path: '/features',
  summary: { zh: '专题报道', en: 'Features on members that the office has released, of a year' },
  input: z.strictObject({ year: year.optional() }),
  output: z.strictObject({
    year: z.number().int(), register: registerCard.nullable(),
    /** The field in which the person agrees; it is not shown again. */
    consent: word.nullable(),
    items: z.array(entryRow), labels: z.array(words), mayEnter: z.boolean(),
  }),
  refusals: [],
});
export type Features = z.output<typeof readFeatures.output>;
