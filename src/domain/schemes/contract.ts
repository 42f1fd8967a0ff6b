import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const version = z.number().int().min(1);
/** As long as one request may be; a scheme of many pages has some thirty thousand characters. */
const text = z.string().max(500_000);
const schemeText = z.strictObject({ text: z.string() });

/** Line and column are counted from 1. */
const placed = z.strictObject({ line: z.number().int().min(1), column: z.number().int().min(1), words });
export type PlacedWords = z.output<typeof placed>;

const adopted = z.strictObject({
  fact: id, scheme: word, version, label: words, from: civilDate,
  /** Whether it is the version of today. */
  current: z.boolean(),
  adoptedOn: civilDate,
  /** The name of the person, or the user name of an account without one; null for what the system itself set up. */
  adoptedBy: z.string().nullable(),
  /** 文号 */
  document: z.string().nullable(),
  /** 试行 */
  tentative: z.boolean(),
  hash,
  activities: z.number().int().min(0),
  rules: z.number().int().min(0),
});
export type AdoptedVersion = z.output<typeof adopted>;

export const readSchemes = contract({
  name: 'readSchemes', method: 'GET', path: '/schemes',
  summary: { zh: '已启用的考核方案', en: 'Versions of the scheme in force, newest first' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(adopted), total: z.number().int().min(0), mayAdopt: z.boolean(), mayTry: z.boolean(),
    /** The first month from which a new version can still be put into force. */
    openFrom: civilDate,
  }),
  refusals: [],
});

export const readSchemeText = contract({
  name: 'readSchemeText', method: 'GET', path: '/schemes/:hash',
  summary: { zh: '考核方案原文', en: 'The text of an adopted scheme' },
  input: z.strictObject({ hash }),
  output: schemeText,
  refusals: [],
});

export const readSampleScheme = contract({
  name: 'readSampleScheme', method: 'GET', path: '/sample-scheme',
  summary: { zh: '考核方案样例', en: 'The text of the sample scheme, to begin with' },
  input: z.strictObject({}),
  output: schemeText,
  refusals: [],
});

/** What one part of the scheme says, sentence by sentence. */
const chapter = z.strictObject({ title: words, cards: z.array(words) });

export const checkScheme = contract({
  name: 'checkScheme', method: 'POST', path: '/scheme-checks',
  summary: { zh: '检查考核方案', en: 'Check the text of a scheme; nothing is written' },
  input: z.strictObject({ text }),
  output: z.strictObject({
    problems: z.array(placed),
    warnings: z.array(placed),
    /** What was read; null where there are problems. */
    scheme: z.strictObject({
      id: word, version, label: words, document: z.string().nullable(), tentative: z.boolean(), takesEffect: civilDate, chapters: z.array(chapter),
    }).nullable(),
  }),
  refusals: [],
  idempotent: 'byNature',
});
export type CheckedText = z.output<typeof checkScheme.output>;

export const adoptScheme = contract({
  name: 'adoptScheme', method: 'POST', path: '/scheme-adoptions',
  summary: { zh: '启用考核方案', en: 'Put a scheme into force from the first day of a month' },
  input: z.strictObject({
    text,
    /** What the decision says stands in the text afterwards: the day, and where they are given the number of the version, 文号 (null: none) and 试行. */
    from: civilDate, version: version.max(9999).optional(), document: z.string().trim().min(1).max(200).nullable().optional(), tentative: z.boolean().optional(),
  }),
  output: z.strictObject({ fact: id, version, hash }),
  refusals: ['SchemeHasProblems', 'SchemeUnchanged', 'SchemeVersionTaken', 'SchemeNotFromFirst', 'SchemeBeforeOpenMonth', 'SchemeBeforeLatest', 'YearClosed'],
});
