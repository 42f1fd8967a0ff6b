import { expect, it } from 'vitest';
import { activity, fixed, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { guidesOf } from './duty-guides.ts';

const guide = { course: [{ zh: '当日登记。', en: 'Record it that day.' }] };

it('finds the guides of activities, registers and items, each with its clause, and passes over what has none', () => {
  const scheme = schemeOf([part('study', [rule('lecture', fixed(200), {}, [], { guide }), rule('exchange', fixed(50))])], {
    activities: [activity('partyLecture', { guide, clause: '第六条第二项' }), activity('mondayStudy')],
    registers: [{ id: 'visit', label: { zh: '走访', en: 'Visit' }, persons: 'many', keptBy: 'branch', guide }],
  });
  expect(guidesOf(scheme).map(({ kind, id, clause }) => ({ kind, id, clause }))).toEqual([
    { kind: 'activity', id: 'partyLecture', clause: '第六条第二项' }, { kind: 'register', id: 'visit', clause: null }, { kind: 'item', id: 'lecture', clause: '第一条' },
  ]);
});
