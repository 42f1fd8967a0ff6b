import { describe, expect, it } from 'vitest';
import { checkScheme } from './check-scheme.ts';
import type { Positions } from './problem.ts';

const nowhere: Positions = { word: () => ({ line: 1, column: 1 }), value: () => ({ line: 1, column: 1 }) };
const step = { zh: '会前发通知。', en: 'Give notice.' };
const guide = { course: [step] };

const meeting = (id: string, more: object = {}) => ({ id, label: { zh: id }, audience: 'members', heldBy: 'branch', from: '15:00', to: '16:00', clause: '第六条', ...more });
const visit = (more: object = {}) => ({ id: 'visit', label: { zh: '走访' }, persons: 'many', keptBy: 'branch', key: ['day', 'persons'], ...more });
const required = (id: string, match: object) => ({ id, label: { zh: id }, of: 'branch', clause: '第六条', match, value: { kind: 'duty', per: 'month' } });

const fileWith = (more: object) => ({
  scheme: 'sample', version: 1, label: { zh: '考核方案' }, takesEffect: '2026-01-01', activities: [meeting('lecture'), meeting('assembly')],
  points: {
    kind: 'part', id: 'total', label: { zh: '积分' }, clause: '第九条', full: 16, missing: 'zero',
    children: [{ kind: 'rule', id: 'study', label: { zh: '学习' }, clause: '第九条', match: { activities: ['lecture'], part: 'attendance' }, value: { kind: 'share', full: 16 } }],
  },
  ...more,
});

function problemsOf(more: object) {
  const read = checkScheme(fileWith(more), nowhere);
  return 'problems' in read ? read.problems.map(({ path, words }) => ({ path, zh: words.zh })) : [];
}

describe('a guide in a scheme', () => {
  it('is read with its steps and its paper', () => {
    const read = checkScheme(fileWith({ activities: [meeting('lecture', { guide: { ...guide, template: 'signInSheet' } })] }), nowhere);
    expect('scheme' in read ? read.scheme.activities[0]?.guide : read.problems).toEqual({ course: [step], template: 'signInSheet' });
  });

  it.each([
    ['without steps', { mistakes: [step] }, 'course', '缺少 course（办理步骤），请补写。'],
    ['with thirteen steps', { course: Array.from({ length: 13 }, () => step) }, 'course', '太大或太长：最大为 12。'],
    ['with nine mistakes', { ...guide, mistakes: Array.from({ length: 9 }, () => step) }, 'mistakes', '太大或太长：最大为 8。'],
    ['with a word that it does not know', { ...guide, mistake: [step] }, 'mistake', '此处没有“mistake”这个词，是否应为 mistakes（常见差错）？'],
  ])('is refused %s, at its place', (_, written, word, zh) => {
    expect(problemsOf({ activities: [meeting('lecture', { guide: written })] })).toEqual([{ path: `activities[0].guide.${word}`, zh }]);
  });

  it('is refused with a paper that the duty does not have', () => {
    expect(problemsOf({ activities: [meeting('lecture', { guide: { ...guide, template: 'registerTemplate' } })] })).toEqual([
      { path: 'activities[0].guide.template', zh: '此处用不上 registerTemplate（登记簿导入模板），可以写：signInSheet（签到表）、minutes（会议记录）、ballotSheet（民主测评汇总表）；没有合适的就不写。' },
    ]);
    expect(problemsOf({ records: [visit({ guide: { ...guide, template: 'minutes' } })] })).toEqual([
      { path: 'records[0].guide.template', zh: '此处用不上 minutes（会议记录），可以写：registerTemplate（登记簿导入模板）、ballotSheet（民主测评汇总表）；没有合适的就不写。' },
    ]);
  });
});

describe('a duty without a guide', () => {
  const unguided = (more: object): readonly string[] => {
    const read = checkScheme(fileWith(more), nowhere);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    return read.warnings.filter(({ words }) => /没有办理指引/.test(words.zh)).map(({ path }) => path);
  };
  const requirements = [required('dutyOne', { activities: ['lecture'] }), required('dutyTwo', { activities: ['assembly'] })];
  const item = (more: object) => ({
    kind: 'part', id: 'branch', label: { zh: '考核' }, clause: '第十条', full: 4, missing: 'zero',
    children: [{ kind: 'rule', id: 'lectures', label: { zh: '党课' }, clause: '第十条', match: { activities: ['lecture'] }, value: { kind: 'duty', full: 4, per: 'quarter' } }], ...more,
  });

  it('is nothing to warn of where the scheme says of no duty how it is done', () => {
    expect(unguided({ requirements, indicators: item({}) })).toEqual([]);
  });

  it('is warned of once the scheme has begun to', () => {
    expect(unguided({ requirements, activities: [meeting('lecture', { guide }), meeting('assembly')], indicators: item({}) })).toEqual(['requirements[1].label']);
    expect(unguided({ activities: [meeting('lecture'), meeting('assembly', { guide })], indicators: item({}) })).toEqual(['indicators.children[0].label']);
  });

  it('is not warned of where a part above it, or all that it asks for, has one', () => {
    expect(unguided({ indicators: item({ guide }) })).toEqual([]);
    expect(unguided({ requirements, activities: [meeting('lecture', { guide }), meeting('assembly', { guide })] })).toEqual([]);
  });
});
