import { expect, it } from 'vitest';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { story } from '#test/engine-story.ts';
import { part, rule, schemeOf } from '#test/scheme-parts.ts';
import { explain } from './explain.ts';
import { branch } from './subject.ts';

const label = { zh: '', en: '' };
const brands = { id: 'brand', label, persons: 'none', lasts: true, keptBy: 'branch', fields: [{ id: 'reviewed', label, kind: 'date' }] } as const;
const indicatorsOf = (match: Match): Scheme => schemeOf([], {
  registers: [{ ...brands, fields: [...brands.fields] }],
  indicators: part('score', [{ ...rule('inForce', { kind: 'inForce', full: 200 }), match: { records: ['brand'], ...match } }]),
});

function valueOf(match: Match, line: { day: string; until: string | null; values?: Record<string, string> }, { date = '2026-06-30', year = 2026 } = {}): number | null | undefined {
  const told = story();
  told.book.record('record', { register: 'brand', organisation: told.branchA, persons: [], values: {}, ...line });
  const { reading } = told.evaluate([{ scheme: indicatorsOf(match), from: '2026-01-01' }], date);
  return explain(reading, branch(told.branchA), year)?.value;
}

it('what began before the first adoption and lasts is in force under it', () => {
  expect(valueOf({}, { day: '2024-05-01', until: null })).toBe(200);
  expect(valueOf({}, { day: '2024-05-01', until: '2026-12-31' })).toBe(200);
  expect(valueOf({}, { day: '2024-05-01', until: '2025-12-31' })).toBe(0);
});

it('this year is the year that is judged, although it is looked at in the next', () => {
  const reviewed = { day: '2026-01-01', until: null, values: { reviewed: '2026-05-01' } };
  expect(valueOf({ where: { reviewed: 'thisYear' } }, reviewed, { date: '2027-02-01' })).toBe(200);
  expect(valueOf({ where: { reviewed: 'thisYear' } }, reviewed, { date: '2027-02-01', year: 2027 })).toBe(0);
});
