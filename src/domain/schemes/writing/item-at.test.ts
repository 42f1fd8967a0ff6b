import { expect, it } from 'vitest';
import { itemAt } from './item-at.ts';

const lines = [
  'scheme: sample',
  'points:',
  '  kind: part',
  '  id: total',
  '  children:',
  '    - kind: part',
  '      id: study',
  '      children:',
  '        - kind: rule',
  '          id: lecture',
  '          match: { activities: [partyLecture] }',
  '          limits:',
  '            - { bound: ceiling, value: 4.00, per: year }',
  '        - { kind: rule, id: hours, value: { kind: share } }',
  '  limits:',
  'results: []',
];

it('tells the rule or part of a line, wherever in it the line stands', () => {
  const at = (line: string): unknown => itemAt(lines.join('\n'), lines.findIndex((it) => it.includes(line)) + 1)?.id ?? null;
  expect([at('scheme'), at('id: total'), at('id: study'), at('- kind: rule'), at('match'), at('bound'), at('id: hours'), at('results')])
    .toEqual([null, 'total', 'study', 'lecture', 'lecture', 'lecture', 'hours', null]);
});
