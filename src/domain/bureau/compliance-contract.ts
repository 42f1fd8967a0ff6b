import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate } from '#domain/facts/contract.ts';
import { switchNames } from './compliance.ts';

const switchName = z.enum(switchNames);
const text = z.string().trim().min(2).max(100);

export const complianceChange = z.strictObject({
  switch: switchName, opened: z.boolean(),
  /** 文号, who decided, when, and the last day on which it holds. */
  document: z.string(), decidedBy: z.string(), decidedOn: civilDate, until: civilDate.nullable(),
  changedBy: z.string(), changedAt: z.iso.datetime(),
});

/** How each switch stands today, and every change with its authority; nothing of it is a secret. */
export const readCompliance = contract({
  name: 'readCompliance', method: 'GET', path: '/bureau/compliance',
  summary: { zh: '查看合规开关', en: 'Compliance switches' },
  input: z.strictObject({}),
  output: z.strictObject({ open: z.array(switchName), changes: z.array(complianceChange), maySet: z.boolean() }),
  refusals: [],
});

export const setCompliance = contract({
  name: 'setCompliance', method: 'POST', path: '/bureau/compliance',
  summary: { zh: '变更合规开关', en: 'Open or close a compliance switch' },
  input: z.strictObject({ switch: switchName, opened: z.boolean(), document: text, decidedBy: text, decidedOn: civilDate, until: civilDate.nullable() }),
  output: z.strictObject({}),
  refusals: ['DecidedLater', 'UntilPassed'],
});
