import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '#test/properties.ts';
import { type Candidate, drawBranches, drawItems, reachOf, type Stratum, takenOf } from './draw-rule.ts';
import { branchLotText } from './draw-text.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const lotBy = (seed: string) => (code: string) => sha256(branchLotText(seed, code));
const codes = (count: number): string[] => Array.from({ length: count }, (_, at) => `A1${String(at + 1).padStart(2, '0')}`);
const quarters = (count: number): string[] => Array.from({ length: count }, (_, at) => `${2026 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);

/** Draws quarter after quarter among the same branches; who was drawn in each. */
function history(strata: ReadonlyMap<string, Stratum>, seeds: readonly string[], share = 2500): string[][] {
  const last = new Map<string, string>();
  return quarters(seeds.length).map((window, at) => {
    const list = [...strata].map(([code, stratum]): Candidate => ({ code, stratum, last: last.get(code) ?? null }));
    const drawn = drawBranches({ window, share, quarters: 3 }, list, lotBy(seeds[at] ?? '')).map(({ code }) => code);
    for (const code of drawn) last.set(code, window);
    return drawn;
  });
}

describe('a draw', () => {
  it('takes of 29 branches eight a quarter: eight, eight, eight, and the five that are left with three again', () => {
    const years = history(new Map(codes(29).map((code, at) => [code, at < 7 ? 'shift' : 'office'])), ['a', 'b', 'c', 'd']);
    expect(years.map((drawn) => drawn.length)).toEqual([8, 8, 8, 8]);
    const before = new Set(years.slice(0, 3).flat());
    expect(years[3]?.filter((code) => !before.has(code))).toHaveLength(5);
    expect(new Set(years.flat()).size).toBe(29);
  });

  it.each([[29, 8], [28, 7], [1, 1], [0, 0], [7, 2], [22, 6]])('takes a quarter of %i rounded up: %i', (count, taken) => {
    expect(takenOf(count, 2500)).toBe(taken);
  });

  it('says why: who waited comes first, the others by lot', () => {
    const list: Candidate[] = [
      { code: 'A', stratum: 'office', last: '2025-Q4' }, { code: 'B', stratum: 'office', last: '2026-Q1' },
      { code: 'C', stratum: 'office', last: '2026-Q3' }, { code: 'D', stratum: 'office', last: null },
    ];
    expect(drawBranches({ window: '2026-Q4', share: 7500, quarters: 3 }, list, (code) => (code === 'C' ? '0' : '1')))
      .toEqual([{ code: 'A', because: 'waited' }, { code: 'C', because: 'lot' }, { code: 'D', because: 'waited' }]);
  });

  const stratum = fc.constantFrom<Stratum>('shift', 'office');
  const group = fc.array(stratum, { minLength: 1, maxLength: 40 }).map((all) => new Map(codes(all.length).map((code, at) => [code, all[at] ?? 'office'])));

  always('brings everybody up at least once in any four quarters running, and never more than the number',
    fc.record({ strata: group, seeds: fc.array(fc.string(), { minLength: 4, maxLength: 12 }) }), 200, ({ strata, seeds }) => {
      const drawn = history(strata, seeds);
      const count = (wanted: Stratum): number => [...strata.values()].filter((one) => one === wanted).length;
      const most = takenOf(count('shift'), 2500) + takenOf(count('office'), 2500);
      for (const [at, those] of drawn.entries()) {
        expect(those.length).toBe(most);
        expect(new Set(those).size).toBe(those.length);
        if (at >= 3) expect(new Set(drawn.slice(at - 3, at + 1).flat()).size, 'C: somebody was not drawn in a year').toBe(strata.size);
      }
    });

  const candidate = fc.record({ code: fc.constantFrom(...codes(20)), stratum, last: fc.constantFrom(null, ...quarters(6)) });
  const twoOrders = fc.uniqueArray(candidate, { selector: ({ code }) => code, minLength: 1, maxLength: 20 })
    .chain((list) => fc.record({ list: fc.constant(list), shuffled: fc.shuffledSubarray(list, { minLength: list.length }), seed: fc.string() }));
  always('does not mind the order of the list', twoOrders, 200, ({ list, shuffled, seed }) => {
    const rule = { window: '2027-Q3', share: 2500, quarters: 3 };
    expect(drawBranches(rule, shuffled, lotBy(seed))).toEqual(drawBranches(rule, list, lotBy(seed)));
  });
});

it('a share that is too small is told with its arithmetic', () => {
  const list = codes(29).map((_, at) => ({ stratum: at < 7 ? 'shift' as const : 'office' as const }));
  expect(reachOf({ share: 1000, quarters: 3 }, list)).toEqual([
    { stratum: 'shift', count: 7, taken: 1, inAll: 4, enough: false }, { stratum: 'office', count: 22, taken: 3, inAll: 12, enough: false }]);
  expect(reachOf({ share: 2500, quarters: 3 }, list).map(({ enough }) => enough)).toEqual([true, true]);
});

it('items are those that only a check marks, the gaps of the branch, and eight of the others by lot, in the order of the scheme', () => {
  const items = Array.from({ length: 14 }, (_, at) => ({ item: `item${at}`, marked: at === 13 }));
  const drawn = drawItems(items, ['item2', 'item13'], (item) => String(99 - Number(item.slice(4))));
  expect(drawn.map(({ item, why }) => `${item} ${why}`)).toEqual(
    ['item2 gap', 'item5 lot', 'item6 lot', 'item7 lot', 'item8 lot', 'item9 lot', 'item10 lot', 'item11 lot', 'item12 lot', 'item13 marked']);
});
