import { expect, it } from 'vitest';
import { fixed, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { payingClaims } from './combine.ts';

const [attend, speak, lead, host] = [rule('attend', fixed(200)), rule('speak', fixed(500)), rule('lead', fixed(250)), rule('host', fixed(100))];
const claims = [attend, speak, lead, host].map((one) => ({ rule: one, value: one.value.kind === 'fixed' ? one.value.each : 0 }));
const paying = (...parts: ReturnType<typeof part>[]) => {
  const { points } = schemeOf(parts, {}, { combine: 'highest' });
  return points === null ? [] : payingClaims(points, claims).map((claim) => claim.rule.id);
};

it.each([
  ['the highest rule of a part', paying(part('study', [attend, speak])), ['speak']],
  ['the first rule of a part', paying(part('study', [attend, speak], { combine: 'first' })), ['attend']],
  ['all rules of a part that sums', paying(part('study', [attend, speak], { combine: 'sum' })), ['attend', 'speak']],
  ['a sum inside a part against a single rule', paying(part('study', [attend, part('duties', [lead, host], { combine: 'sum' })])), ['lead', 'host']],
  ['the first of equals', paying(part('study', [rule('attend', fixed(1)), rule('lead', fixed(1))], { combine: 'highest' })), ['lead']],
  ['each part of the total, whatever the total says of itself', paying(part('study', [speak]), part('service', [host])), ['speak', 'host']],
])('A fact pays %s', (_, paid, expected) => expect(paid).toEqual(expected));
