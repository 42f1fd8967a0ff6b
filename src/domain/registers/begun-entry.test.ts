import { describe, expect, it } from 'vitest';
import { begunFrom } from './begun-entry.ts';
import type { RegisterCard } from './contract.ts';

const label = { zh: '', en: '' };
const field = (id: string, kind: RegisterCard['fields'][number]['kind']) => ({ id, label, kind, levels: [], required: false, least: null, most: null });
const register = (over: Partial<RegisterCard>): RegisterCard => ({
  id: 'one', label, persons: 'none', parts: [], lasts: false, ahead: false, fields: [], keptBy: 'branch', confirmedBy: 'nobody', privacy: 'open', guidance: null, clause: null, ...over,
});
const person = (id: string, as: string | null = null) => ({ id, name: id, number: id, as });
const mission = register({ persons: 'many', lasts: true, fields: [field('name', 'matter'), field('sort', 'level')] });
const row = { day: '2026-11-10', until: '2026-11-20', persons: [person('a'), person('b')], values: { name: '冬季安保', sort: 'security' } };

describe('an entry that follows from another', () => {
  it('takes over the one matter of each, and a field of the same word and kind', () => {
    const lesson = register({ fields: [field('mission', 'matter'), field('attended', 'count')] });
    expect(begunFrom(lesson, mission, row, '2026-11-12')).toEqual({ day: null, until: null, persons: [], values: { mission: '冬季安保' } });
    const team = register({ persons: 'many', lasts: true, fields: [field('name', 'matter'), field('sort', 'count'), field('promise', 'text')] });
    expect(begunFrom(team, mission, row, '2026-11-12'), 'a level is no count').toMatchObject({ values: { name: '冬季安保' } });
    const two = register({ fields: [field('document', 'matter'), field('matter', 'matter')] });
    expect(begunFrom(two, mission, row, '2026-11-12').values, 'which of the two is meant').toEqual({});
  });

  it('takes over the days where both last, unless they are to come', () => {
    const team = register({ persons: 'many', lasts: true });
    expect(begunFrom(team, mission, row, '2026-11-10')).toMatchObject({ day: '2026-11-10', until: '2026-11-20' });
    expect(begunFrom(team, mission, row, '2026-11-09')).toMatchObject({ day: null, until: null });
  });

  it('takes over the people in the parts that both know', () => {
    const parts = (...ids: string[]) => ids.map((id) => ({ id, label }));
    const plan = register({ persons: 'many', parts: parts('visitor', 'visited') });
    const planned = { ...row, persons: [person('a', 'visitor'), person('b', 'visited')] };
    const persons = (to: RegisterCard, from = plan, of = planned) => begunFrom(to, from, of, '2026-11-12').persons;
    expect(persons(plan)).toEqual([{ person: 'a', as: 'visitor' }, { person: 'b', as: 'visited' }]);
    expect(persons(register({ persons: 'many' }))).toEqual([{ person: 'a', as: null }, { person: 'b', as: null }]);
    expect(persons(plan, mission, row), 'nobody knows who would lead').toEqual([]);
    expect(persons(register({ persons: 'one' })), 'one of two is not chosen').toEqual([]);
  });
});
