import { z } from 'zod';
import { organisationCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const asked = { year: z.coerce.number().int().min(2000).max(2100).optional(), organisation: id.optional() };

/** The bureau's frame (四抓四有) with what was done under each label; a fact counts once wherever it is tagged. */
export const readLabels = contract({
  name: 'readLabels', method: 'GET', path: '/labels',
  summary: { zh: '标签统计', en: 'How much was done under each label of the frame' },
  input: z.strictObject(asked),
  output: z.strictObject({
    year: z.number().int(),
    asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
    choices: z.array(organisationCard),
    /** In the order of the scheme, what stands below a label after it. */
    items: z.array(z.strictObject({ id: word, label: words, depth: z.number().int(), count: z.number().int() })),
    /** Facts with any label at all; less than the sum wherever one has several. */
    total: z.number().int(),
  }),
  refusals: [],
});
export type Labels = z.output<typeof readLabels.output>;

const labelled = z.strictObject({
  fact: id, kind: z.string(), day: civilDate, organisation: organisationCard, what: words,
  /** The register is not open to the reader: that it stands there is all he sees. */
  withheld: z.boolean(),
});

/** The facts behind one count, the latest first. */
export const readLabelledFacts = contract({
  name: 'readLabelledFacts', method: 'GET', path: '/labels/:label/facts',
  summary: { zh: '标签下的记录', en: 'The facts under a label' },
  input: z.strictObject({ label: word, ...asked, page: z.coerce.number().int().min(1).max(10_000).optional() }),
  output: z.strictObject({ items: z.array(labelled), total: z.number().int(), pageSize: z.number().int() }),
  refusals: [],
});
export type LabelledFact = z.output<typeof labelled>;
