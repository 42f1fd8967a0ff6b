import { expect, it } from 'vitest';
import { mostPerTeam, reachWarnings } from './most-per-team.ts';
import { activity, fixed, rule as perSession, schemeOf } from '#test/scheme-parts.ts';
import type { Limit, PointsRule, Scheme } from './scheme.ts';

const words = { zh: '周一集中学习', en: 'Monday study' };
const mondayStudy = activity('mondayStudy', { label: words, weekday: 1 });
const rule = (limits: readonly Limit[] = []): PointsRule => perSession('perSession', fixed(200), {}, limits, { label: words });
const scheme = (of: PointsRule): Scheme => schemeOf([of], { activities: [mondayStudy] });
const ceiling = (per: Limit['per'], value: number): Limit => ({ id: `perSession-ceiling-${per}`, bound: 'ceiling', value, per, clause: '二' });

/** 24 hours on from 08:00, 48 off: on duty on every third evening, resting on none of the others at 19:00. */
const oneInThree = {
  name: '一班',
  team: { anchor: '2026-01-05', cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 8, from: '2020-01-01', to: null },
};

it('counts the Mondays of 2026 for office hours and those of a team on duty one evening in three', () => {
  expect(mostPerTeam(rule(), scheme(rule()), [oneInThree], 2026)).toEqual([
    { team: null, sessions: 52, most: 10400 },
    { team: '一班', sessions: 34, most: 6800 },
  ]);
});

it('applies the ceilings of the rule from the month to the year', () => {
  const limited = rule([ceiling('year', 8000), ceiling('month', 800)]);
  expect(mostPerTeam(limited, scheme(limited), [], 2026)).toEqual([{ team: null, sessions: 52, most: 8000 }]);
  const monthly = rule([ceiling('month', 800)]);
  expect(mostPerTeam(monthly, scheme(monthly), [], 2026)).toEqual([{ team: null, sessions: 52, most: 9600 }]);
});

it('says it in both languages, and nothing of a rule that pays by share', () => {
  const [said] = reachWarnings(scheme(rule()), [oneInThree], 2026);
  expect(said?.zh).toBe('“周一集中学习”按次计分，2026 年：常日班 52 次、最高 104.00 分；一班 34 次、最高 68.00 分。');
  expect(said?.en).toContain('一班: 34 sessions, at most 68.00');
  const share: PointsRule = { ...rule(), value: { kind: 'share', full: 1600 } };
  expect(reachWarnings(scheme(share), [oneInThree], 2026)).toEqual([]);
});
