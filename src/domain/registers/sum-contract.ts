import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { word } from '#domain/facts/contract.ts';
import { entryFilter } from './contract.ts';

const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);

export const readRegisterSum = contract({
  name: 'readRegisterSum', method: 'GET', path: '/registers/:register/sums/:field',
  summary: { zh: '登记簿合计的依据', en: 'Which entries the sum under a column adds up' },
  input: z.strictObject({ register: word, field: word, ...entryFilter }),
  output: z.strictObject({ grounds }),
  refusals: [],
});
