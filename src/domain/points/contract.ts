import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { yearInclusion } from '#domain/orgs/inclusion-contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();

/** The tree as the evaluator made it: the page, `--json` and the API show the same object. */
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);

/** What the tree speaks of by id: people, activities, reasons, registers behind an excuse. */
export const groundsNames = z.record(z.string(), words);

export const pointsOfPerson = z.strictObject({
  person: z.strictObject({ id, name: z.string(), number: z.string() }),
  branch: z.strictObject({ id, name: z.string() }).nullable(),
  year: z.number().int(),
  inclusion: yearInclusion,
  /** Null: no basis, never zero in disguise. */
  total: hundredths.nullable(),
  full: hundredths.nullable(),
  /** 另加分: the most that parts beside the full mark can add; null where there are none. */
  bonus: hundredths.nullable(),
  parts: z.array(z.strictObject({ part: z.string(), label: words, value: hundredths.nullable(), full: hundredths.nullable() })),
  /** What waits for another person's confirmation. */
  proposed: hundredths,
  /** What was known, of what had happened by when. */
  asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  grounds: grounds.nullable(),
  names: groundsNames,
  /** 异议中: the objection under way to a fact, by its id; and whether the reader may raise one. */
  objected: z.record(z.string(), id), mayObject: z.boolean(),
});
export type PointsOfPerson = z.output<typeof pointsOfPerson>;

export const readPoints = contract({
  name: 'readPoints', method: 'GET', path: '/people/:person/points',
  summary: { zh: '党员积分', en: "A member's points of a year, with their grounds" },
  input: z.strictObject({
    person: id,
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Of what had happened by this day; today when left out. */
    day: civilDate.optional(),
  }),
  output: pointsOfPerson,
  refusals: [],
});

export const branchPointsRow = z.strictObject({
  person: id, name: z.string(), number: z.string(), stage: z.enum(['full', 'probationary']),
  total: hundredths.nullable(), proposed: hundredths,
  parts: z.array(z.strictObject({ part: z.string(), value: hundredths.nullable() })),
});

/** Members in the order of their numbers, never of their points (D-61). */
export const readBranchPoints = contract({
  name: 'readBranchPoints', method: 'GET', path: '/organisations/:organisation/points',
  summary: { zh: '支部党员积分', en: "Points of a branch's members" },
  input: z.strictObject({ organisation: id, year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.strictObject({
    organisation: z.strictObject({ id, name: z.string() }),
    year: z.number().int(), inclusion: yearInclusion,
    parts: z.array(z.strictObject({ part: z.string(), label: words, full: hundredths.nullable() })),
    items: z.array(branchPointsRow),
    asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  }),
  refusals: [],
});

/** Organisations whose points one may see, to choose from. */
export const readPointsScopes = contract({
  name: 'readPointsScopes', method: 'GET', path: '/points/branches',
  summary: { zh: '可查看积分的支部', en: 'Branches whose points one may see' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ id, name: z.string(), number: z.string() })) }),
  refusals: [],
});

export const exportFacts = contract({
  name: 'exportFacts', method: 'GET', path: '/facts/export',
  summary: { zh: '导出工作记录', en: 'The fact log as JSON lines, for a trial on the command line' },
  input: z.strictObject({}),
  output: z.void(),
  refusals: [],
  returns: 'file',
});
