import { describe, expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { OrganisationCategory } from './categories.ts';
import { byNumber } from './number-order.ts';
import { corrected, demandFit, demandOwnName, dissolved, moved, parentOn, pathUp, type OrganisationState, type Structure } from './structure.ts';

const state = (category: OrganisationCategory, number: string, parent: string | null, more: Partial<OrganisationState> = {}): OrganisationState => ({
  category, number, name: `全称${number}`, shortName: `简称${number}`, founded: '2020-01-01', dissolved: null, placements: [{ parent, from: '2020-01-01' }], ...more,
});

/** 局党委 → 机关党委 → 总支 → 支部 → 小组, and a second committee. */
const structure: Structure = new Map([
  ['bureau', state('611', '1', null)],
  ['organs', state('611', '2', 'bureau')],
  ['general', state('621', '3', 'organs')],
  ['branch', state('631', '4', 'general')],
  ['group', state('699', '5', 'branch')],
  ['traffic', state('611', '6', 'bureau')],
]);
const of = (id: string): OrganisationState => structure.get(id) ?? state('000', '?', null);

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal.name;
    throw fault;
  }
  return 'carried out';
};

describe('what may hang where', () => {
  const fits = (category: OrganisationCategory, parent: string | null): string =>
    refusalOf(() => demandFit(structure, category, parent, '2026-03-01', null));

  test('a branch belongs under a committee or a general branch', () => {
    expect(['organs', 'general', 'traffic'].map((it) => fits('631', it))).toEqual(Array(3).fill('carried out'));
    expect([fits('631', 'branch'), fits('631', 'group'), fits('631', null)]).toEqual(Array(3).fill('ParentUnfit'));
  });

  test('a group belongs under a branch and nowhere else', () => {
    expect(fits('699', 'branch')).toBe('carried out');
    expect(['organs', 'general', 'group', null].map((it) => fits('699', it))).toEqual(Array(4).fill('ParentUnfit'));
  });

  test('nothing hangs under what did not exist yet, has ended, or will end first', () => {
    const ending = new Map(structure).set('organs', { ...of('organs'), dissolved: '2026-06-30' });
    expect(refusalOf(() => demandFit(ending, '631', 'organs', '2019-12-31', null))).toBe('ParentAbsent');
    expect(refusalOf(() => demandFit(ending, '631', 'organs', '2026-07-01', null))).toBe('ParentAbsent');
    expect(refusalOf(() => demandFit(ending, '631', 'organs', '2026-03-01', null))).toBe('ParentAbsent');
    expect(refusalOf(() => demandFit(ending, '631', 'organs', '2026-03-01', '2026-06-30'))).toBe('carried out');
    expect(refusalOf(() => demandFit(ending, '631', 'nobody', '2026-03-01', null))).toBe('ParentAbsent');
  });
});

describe('a move', () => {
  test('leaves the past where it was', () => {
    const next = moved(structure, 'branch', of('branch'), 'traffic', '2026-03-01');
    expect([parentOn(next, '2019-12-31'), parentOn(next, '2026-02-28'), parentOn(next, '2026-03-01')]).toEqual([undefined, 'general', 'traffic']);
    expect(pathUp(new Map(structure).set('branch', next), 'group', '2026-03-01')).toEqual(['group', 'branch', 'traffic', 'bureau']);
    expect(pathUp(new Map(structure).set('branch', next), 'group', '2026-02-28')).toEqual(['group', 'branch', 'general', 'organs', 'bureau']);
  });

  test('of the same day replaces the place that was entered wrongly', () => {
    const once = moved(structure, 'branch', of('branch'), 'traffic', '2026-03-01');
    expect(moved(structure, 'branch', once, 'organs', '2026-03-01').placements).toHaveLength(2);
  });

  test('makes no circle, not even one that closes later', () => {
    const nested = new Map(structure).set('sub', state('611', '7', 'organs'));
    expect(refusalOf(() => moved(nested, 'organs', of('organs'), 'organs', '2026-03-01'))).toBe('ParentBelow');
    expect(refusalOf(() => moved(nested, 'organs', of('organs'), 'sub', '2026-03-01'))).toBe('ParentBelow');
    // 交警支队党委 goes under 机关党委 in May; 机关党委 cannot go under it in March.
    const later = new Map(structure).set('traffic', moved(structure, 'traffic', of('traffic'), 'organs', '2026-05-01'));
    expect(refusalOf(() => moved(later, 'organs', of('organs'), 'traffic', '2026-03-01'))).toBe('ParentBelow');
  });

  test('before the newest place, or of something dissolved, is refused', () => {
    const once = moved(structure, 'branch', of('branch'), 'traffic', '2026-03-01');
    expect(refusalOf(() => moved(structure, 'branch', once, 'organs', '2026-02-01'))).toBe('PlacedLater');
    expect(refusalOf(() => moved(structure, 'branch', { ...once, dissolved: '2026-04-01' }, 'organs', '2026-05-01'))).toBe('OrganisationDissolved');
  });
});

describe('a correction', () => {
  const change = (id: string, part: Partial<OrganisationState>, firstUse: string | null = null): string => {
    const { category, number, name, shortName, founded } = { ...of(id), ...part };
    return refusalOf(() => corrected(structure, id, of(id), { category, number, name, shortName, founded }, firstUse));
  };

  test('of the category must suit what is above and below', () => {
    expect(change('branch', { category: '632' })).toBe('carried out');
    expect(change('branch', { category: '621' })).toBe('ParentUnfit');
    expect(change('organs', { category: '000' })).toBe('ChildUnfit');
  });

  test('cannot move the founding day past the first use', () => {
    expect(change('group', { founded: '2021-01-01' }, '2021-01-01')).toBe('carried out');
    expect(change('group', { founded: '2021-01-02' }, '2021-01-01')).toBe('FoundedAfterUse');
    expect(change('branch', { founded: '2021-01-01' })).toBe('FoundedAfterUse');
    expect(change('bureau', { founded: '2019-01-01' })).toBe('carried out');
    expect(change('group', { founded: '2019-01-01' })).toBe('ParentAbsent');
  });
});

describe('dissolving', () => {
  test('needs an empty organisation', () => {
    expect(refusalOf(() => dissolved(structure, 'branch', of('branch'), '2026-03-01', 0))).toBe('OrganisationNotEmpty');
    expect(refusalOf(() => dissolved(structure, 'group', of('group'), '2026-03-01', 2))).toBe('OrganisationNotEmpty');
    expect(dissolved(structure, 'group', of('group'), '2026-03-01', 0).dissolved).toBe('2026-03-01');
  });

  test('of a parent is possible from the day on which the last child ended or moved away', () => {
    const without = new Map(structure).set('group', { ...of('group'), dissolved: '2026-03-01' });
    expect(refusalOf(() => dissolved(without, 'branch', of('branch'), '2026-02-28', 0))).toBe('OrganisationNotEmpty');
    expect(refusalOf(() => dissolved(without, 'branch', of('branch'), '2026-03-01', 0))).toBe('carried out');
    const away = new Map(structure).set('branch', moved(structure, 'branch', of('branch'), 'organs', '2026-03-01'));
    expect(refusalOf(() => dissolved(away, 'general', of('general'), '2026-02-28', 0))).toBe('carried out');
    expect(refusalOf(() => dissolved(away, 'general', of('general'), '2026-02-27', 0))).toBe('OrganisationNotEmpty');
  });
});

test('numbers are unique for ever, names among those that exist', () => {
  const named = (part: Partial<OrganisationState>): string => refusalOf(() => demandOwnName(structure, null, { ...state('631', '9', 'organs'), ...part }));
  expect(named({})).toBe('carried out');
  expect(named({ number: '4' })).toBe('OrganisationNumberTaken');
  expect(named({ shortName: '简称4' })).toBe('OrganisationNameTaken');
  expect(named({ name: '简称4' })).toBe('OrganisationNameTaken');
  // 第一党小组 may be in every branch.
  const other = new Map(structure).set('second', state('631', '8', 'organs'));
  const group = state('699', '10', 'second', { shortName: '简称5' });
  expect(refusalOf(() => demandOwnName(other, null, group))).toBe('carried out');
  expect(refusalOf(() => demandOwnName(other, null, { ...group, placements: [{ parent: 'branch', from: '2020-01-01' }] }))).toBe('OrganisationNameTaken');
  expect(refusalOf(() => demandOwnName(structure, 'branch', of('branch')))).toBe('carried out');
});

test('numbers stand in the order in which people count', () => {
  expect(['A10', 'A9', 'A9-2', 'A9-10', 'B1', 'A'].map((number) => ({ number })).toSorted(byNumber).map((it) => it.number)).toEqual(['A', 'A9', 'A9-2', 'A9-10', 'A10', 'B1']);
});
