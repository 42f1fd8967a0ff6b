import { expect, test } from 'vitest';
import { placesOfDays } from './place-of-days.ts';

const place = (number: string, shortName: string, founded: string, dissolved: string | null) => ({ number, shortName, name: `中共示例市公安局${shortName}委员会`, founded, dissolved });
const now = [place('B1', '看守所党支部', '2015-01-01', null), place('B9', '交警一支部', '2026-07-01', null)];
const ended = [place('B2', '交警一支部', '2015-01-01', '2026-06-30'), place('B3', '拘留所党支部', '2015-01-01', '2025-12-31')];
const places = placesOfDays(now, ended);
const called = (written: string, ...days: string[]): string | undefined => places.called(written, days)?.number;

test('a sheet of days before the end of a branch is of that branch', () => {
  expect([called('拘留所党支部', '2025-03-03'), called('拘留所', '2025-03-03', '2026-01-05'), called('B3', '2025-03-03'), called('看守所党支部', '2025-03-03')]).toEqual(['B3', 'B3', 'B3', 'B1']);
  expect(places.spoken('拘留所党支部2025年考勤表', ['2025-03-03'])?.number).toBe('B3');
});

test('a name that a branch has left to its successor means the one of the days', () => {
  expect([called('交警一支部', '2026-03-02'), called('交警一支部', '2026-03-02', '2026-07-06'), called('交警一支部', '2026-07-06'), called('交警一支部')]).toEqual(['B2', 'B9', 'B9', 'B9']);
  expect(places.spoken('交警一支部2026年3月考勤表', ['2026-03-02'])?.number).toBe('B2');
});

test('days after its end find it, so that the fault can say when it ended; what never was is nothing', () => {
  expect([called('拘留所党支部', '2026-03-02'), called('戒毒所党支部', '2026-03-02')]).toEqual(['B3', undefined]);
});
