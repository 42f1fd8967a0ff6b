import { z } from 'zod';

/** Points as they are written: 16, 16.5 or 16.00, never with a third digit (a hundredth is the smallest unit). */
const isHundredths = (value: number): boolean => /^-?\d+(\.\d{1,2})?$/.test(String(value));
const written = (least: number, most: number) => z.number().min(least).max(most)
  .refine(isHundredths, { params: { rule: 'hundredths' } }).meta({ multipleOf: 0.01 });

/** Written in points, read in hundredths: a file says 16.5 and the evaluator 1650. */
const inHundredths = (least: number, most: number) => z.codec(written(least, most), z.int(), {
  decode: (value) => Math.round(value * 100),
  encode: (value) => value / 100,
});

export const points = inHundredths(-9999.99, 9999.99);
export const positivePoints = inHundredths(0.01, 9999.99);
/** A percentage or weight with two decimals: a file says 70 or 12.5, the evaluator 7000 or 1250 hundredths of a percent. */
export const percent = inHundredths(0, 100);
export const positivePercent = inHundredths(0.01, 1000);

export const text = z.string().min(1).max(200);
export const clause = z.string().min(1).max(100);
export const labelShape = z.strictObject({ zh: text, en: text.optional() });

export const windowKind = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']);
/** A day of any year: 01-31. */
export const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** A share of a number of people, rounded down: 1/3 or 30%. */
export const quota = z.string().regex(/^(\d{1,4}\/[1-9]\d{0,3}|(100|\d{1,2}(\.\d{1,2})?)%)$/);

/** A name in both languages; without an English one the Chinese stands in. */
export const label = z.codec(labelShape, z.strictObject({ zh: z.string(), en: z.string() }), {
  decode: ({ zh, en }) => ({ zh, en: en ?? zh }),
  encode: ({ zh, en }) => (zh === en ? { zh } : { zh, en }),
});
