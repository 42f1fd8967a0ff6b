import { expect, it } from 'vitest';
import { activity, fixed, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { guidePages } from './guide-pages.ts';
import type { Scheme } from './scheme.ts';

const guide = { course: [{ zh: '当日登记。', en: 'Record it that day.' }] };
const indicators = part('branchScore', [
  part('organisation', [
    part('meetings', [rule('assemblies', fixed(300), { activities: ['memberAssembly'] }), rule('committee', fixed(300), { activities: ['committeeMeeting'] })]),
    rule('study', fixed(200), { activities: [], anyOf: [{ contents: ['profession'] }, { records: ['visit'] }] }),
  ], { responsible: 'organiser', guide }),
]);
const scheme: Scheme = schemeOf([], {
  activities: [activity('memberAssembly', { guide, makeUpDays: 30 })], indicators,
  registers: [{ id: 'visit', label: { zh: '走访', en: 'Visit' }, persons: 'many', keptBy: 'branch', confirmedBy: 'secretary', guide }],
  requirements: [{ id: 'planned', label: { zh: '按计划走访', en: 'Visits' }, of: 'branch', clause: '第三条', match: { records: ['visit'] }, value: { kind: 'duty', per: 'year' } }],
});

it('says of a meeting who holds it, what asks for it, and beside which items it is of use', () => {
  expect(guidePages(scheme).find(({ id }) => id === 'memberAssembly')).toMatchObject({
    who: { zh: '19:00–21:00，党支部组织，党员参加，30 天内可补学' }, asked: [{ zh: expect.stringMatching(/^assemblies：.*（第一条）$/) }], items: ['organisation', 'meetings', 'assemblies'],
  });
});

it('says of a register who keeps it, with the requirements and the rules that look at it among others', () => {
  const page = guidePages(scheme).find(({ id }) => id === 'visit');
  expect(page).toMatchObject({ who: { zh: '由党支部登记，经支部书记确认' }, items: ['organisation', 'study'] });
  expect(page?.asked.map(({ zh }) => zh.split('：')[0])).toEqual(['study', '按计划走访']);
});

it('says of a part who answers for it, with everything below it', () => {
  expect(guidePages(scheme).find(({ kind }) => kind === 'item')).toMatchObject({ who: { zh: '由支部组织委员负责' }, items: ['organisation', 'meetings', 'assemblies', 'committee', 'study'] });
});
