import { z } from 'zod';
import { clause, points, windowKind } from './quantities.ts';

export const limitShape = z.strictObject({
  bound: z.enum(['ceiling', 'floor']),
  value: points,
  per: windowKind,
  clause: clause.optional(),
});
