import { describe, expect, it } from 'vitest';
import { activity, fixed, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { reachOfTeams } from './team-reach.ts';

const oneInThree = { anchor: '2026-01-05', cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 24, from: '2020-01-01', to: null };
const activities = [activity('mondayStudy', { weekday: 1 })];

describe('what shift teams can reach', () => {
  it('is told apart from office hours where a rule pays by the session, with its grounds', () => {
    const scheme = schemeOf([part('study', [rule('perMonday', fixed(200), {}, [limit('ceiling', 9000, 'year')])])], { activities });
    const [office, team] = reachOfTeams(scheme, [{ name: '一班', team: oneInThree }], 2026) ?? [];
    expect(office).toMatchObject({ value: 9000, label: { zh: '常日班' } });
    expect(team?.label.zh).toBe('一班');
    expect(team?.value).toBeLessThan(4000);
    const rules = [office, team].flatMap((it) => it?.children ?? []);
    expect(rules.map(({ value, children }) => [value, children.map((it) => it.value)])).toEqual([[9000, [10_400, -1400]], [team?.value, [team?.value]]]);
  });

  it('is no question where points go by proportion', () => {
    expect(reachOfTeams(schemeOf([part('study', [rule('share', share(1600))])], { activities }), [{ name: '一班', team: oneInThree }], 2026)).toBeNull();
  });
});
