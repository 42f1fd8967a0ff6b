import { describe, expect, it } from 'vitest';
import { trialBooks, triedGrounds, triedOf } from '#domain/points/trial.ts';
import { mondays, story, type Story } from '#test/engine-story.ts';
import { adopted, fixed, hours, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { read } from './reading.ts';
import { member } from './subject.ts';

const november = mondays('2026-11-01', '2026-11-30');

function tried(told: Story, person: string, before: readonly PointsNode[], after: readonly PointsNode[]) {
  const { world } = read({ schemes: [], log: told.book.entries, upTo: { seq: Infinity, date: '2026-12-31' } });
  const books = trialBooks([adopted(schemeOf(before))], schemeOf(after, { version: 2 }), 2026);
  return triedOf(triedGrounds(world, books, member(person), 2026));
}

const lines = ({ differences }: ReturnType<typeof tried>) => differences.map(({ id, before, after, standsIn }) => `${id} ${before} → ${after} (${standsIn})`);

describe('what differs between two schemes', () => {
  const told = story();
  const [always = '', half = ''] = [told.member(told.branchA), told.member(told.branchA)];
  november.forEach((day, at) => told.held(told.branchA, day, at % 2 === 0 ? { present: [always, half] } : { present: [always], absent: [half] }));

  it('is named by the rules that pay differently, and those that are new or gone', () => {
    const before = [part('study', [rule('attend', fixed(200)), rule('old', fixed(50))], { combine: 'sum' })];
    const after = [part('study', [rule('attend', fixed(300)), rule('new', fixed(10))], { combine: 'sum' })];
    const found = tried(told, always, before, after);
    expect([found.before, found.after, found.outcome]).toEqual([1250, 1550, 'gains']);
    expect(lines(found)).toEqual(['attend 1000 → 1500 (both)', 'new null → 50 (after)', 'old 250 → null (before)']);
  });

  it('names what a limit of the part takes by itself', () => {
    const found = tried(told, always, [part('study', [rule('attend', fixed(200))])], [part('study', [rule('attend', fixed(200))], { limits: [limit('ceiling', 800, 'year', 'top')] })]);
    expect([found.outcome, lines(found)]).toEqual(['loses', ['top 2026 null → -200 (after)']]);
  });

  it('is nothing where nothing differs', () => {
    const same = [part('study', [rule('attend', share(1600))])];
    expect(tried(told, half, same, same)).toMatchObject({ outcome: 'unchanged', differences: [] });
  });

  it('cannot compare where one of the two has no basis', () => {
    const away = told.member(told.branchB);
    const found = tried(told, away, [part('study', [rule('attend', fixed(200))])], [part('study', [rule('attend', hours(800, 1920))], { missing: 'required' })]);
    expect(found.outcome).toBe(found.after === null ? 'incomparable' : 'unchanged');
    const required = tried(told, away, [part('study', [rule('attend', fixed(200))])], [part('study', [rule('attend', share(1600))], { missing: 'required' })]);
    expect([required.before, required.after, required.outcome]).toEqual([0, null, 'incomparable']);
    expect(lines(required)).toEqual(['attend 0 → null (both)']);
  });
});
