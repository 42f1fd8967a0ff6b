import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { gradesOf } from '#domain/engine/grading.ts';
import { proposalsOf } from '#domain/engine/proposals.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { resultOf } from '#domain/engine/results.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { totalOf } from '#domain/engine/totals.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { readFacts } from './read-facts.ts';
import { readScheme } from './read-scheme.ts';

const folder = 'schemes/varieties';
const YEAR = 2026;
/** The year is over, so every window of it is due. */
const AFTER = '2027-01-01';

interface Told {
  readonly scheme: Scheme;
  readonly reading: Reading;
  readonly idOf: (name: string) => string;
}

async function told(variety: string): Promise<Told> {
  const read = readScheme(readFileSync(`${folder}/${variety}.yaml`, 'utf8'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  const facts = await readFacts('facts.yaml', readFileSync(`${folder}/${variety}.facts.yaml`), read.scheme);
  if ('problems' in facts) throw new Error(JSON.stringify(facts.problems, null, 1));
  const { reading } = evaluate({ schemes: [{ scheme: read.scheme, from: '2026-01-01' }], log: facts.log, upTo: { seq: facts.log.length, date: AFTER } });
  const idOf = (name: string): string => [...facts.names].find(([, called]) => called === name)?.[0] ?? '';
  return { scheme: read.scheme, reading, idOf };
}

/** The year's result where the scheme has one, else the total of the points or of the indicators. */
function valueOf({ scheme, reading, idOf }: Told, name: string): string {
  const [result] = scheme.results;
  if (result !== undefined) return shown(resultOf(reading, result, idOf(name), YEAR).value);
  const subject = scheme.points === null ? branch(idOf(name)) : member(idOf(name));
  return shown(totalOf(reading, pointsOf(reading, subject), YEAR)?.total ?? null);
}

const shown = (value: number | null): string => (value === null ? '–' : formatHundredths(value));

/** Worked out by hand from the facts beside the scheme; the sum is the way from them to the number. */
const expected: Readonly<Record<string, readonly (readonly [name: string, sum: string, value: string])[]>> = {
  'full-mark-and-deduct': [
    ['甲', '30 − 5 ÷ 2 − 12', '15.50'],
    ['乙', '30', '30.00'],
    ['丙', '30 − 30 − 12 = −12, at least 0', '0.00'],
  ],
  'base-plus-bonus': [
    ['甲', '60 + min(8, 5 + 5 + 2 × 0.50); 150 minutes are 2 whole hours', '68.00'],
    ['乙', '60 + 2 × 0.50 + 0; 59 minutes are none', '61.00'],
    ['丙', '60 × 6 ÷ 12; here from July', '30.00'],
  ],
  'capped-parts': [
    ['甲', 'tasks min(2, 1 + 0.5 + 1) + 1 + 1 = 4; missions 20 days 2 + 5 days 1 + 4 days 0 = 3; min(6, 7)', '6.00'],
    ['乙', 'tasks 0.5 + 0; missions 1 + 0', '1.50'],
  ],
  'twelve-marks': [
    ['甲', '12 − 1 − 3', '8.00'],
    ['乙', '12 − 3 − 6 − 6 = −3, at least 0', '0.00'],
    ['丙', '12', '12.00'],
  ],
  'ninety-five-marks': [
    ['甲', '50 × 2 ÷ 3 = 33.33; 45 × (3 + 3 + 2 + 0) ÷ 12 = 30.00', '63.33'],
    ['乙', 'no rating: (50 + 45) × 1 ÷ 3', '31.67'],
  ],
  'weights-eight-two': [
    ['一支部', '0.8 × (100 × 3 ÷ 4) + 0.2 × 100 × (6 + 3 × 0.6) ÷ 10 = 60.00 + 15.60', '75.60'],
    ['二支部', '4 valid ballots are fewer than 5: 100 × 1 ÷ 4 alone', '25.00'],
  ],
  'weights-twenty-seventy-ten': [
    ['一支部', '0.2 × 95 + 0.7 × (88.5 + 91.5) ÷ 2 + 0.1 × 86 = 19 + 63 + 8.6', '90.60'],
    ['二支部', 'no report: (20 × 90 + 70 × 80) ÷ 90 = 7400 ÷ 90', '82.22'],
  ],
  'appraisal-ballots': [
    ['甲', '0.7 × (9 + 10 × 0.8 + 0.6) ÷ 20 × 100 + 0.3 × (5 + 3 × 0.8) ÷ 8 × 100 = 61.60 + 27.75', '89.35'],
    ['乙', '4 ballots of others are too few: (3 + 12 × 0.8 + 4 × 0.6 + 0) ÷ 20 × 100', '75.00'],
  ],
  'bonus-outside': [
    ['甲', 'min(10, 3 × 4) + min(5, max(2, 3) + 2)', '15.00'],
    ['乙', '4 + 3', '7.00'],
  ],
  'whichever-is-higher': [
    ['一支部', '40 × max(92, 88) ÷ 100', '36.80'],
    ['二支部', '40 × max(70, 81) ÷ 100', '32.40'],
    ['三支部', 'no mark at the end of the year: 40 × 66.5 ÷ 100', '26.60'],
  ],
  'set-by-meeting': [
    ['一支部', 'the meeting of 20 December set 8', '8.00'],
    ['二支部', 'not set: its own 8.25', '8.25'],
  ],
  'veto-and-third': [
    ['甲', '97', '97.00'],
    ['戊', '84.99, not rounded up to the threshold', '84.99'],
  ],
  'consecutive-months': [
    ['甲', '12 × 10 − 3 × 3', '111.00'],
    ['乙', '12 × 10 − 2 × 3', '114.00'],
  ],
  'exempt-classes': [
    ['甲', '10 × 1 ÷ 2 + 2', '7.00'],
    ['乙', 'retired: service counts, and there is no total', '–'],
    ['丙', 'long ill: not judged', '–'],
  ],
};

describe('a variety of regulations', () => {
  it('stands in a scheme of thirty lines at most, with facts beside it and an expectation here', () => {
    const schemes = readdirSync(folder).filter((name) => !name.endsWith('.facts.yaml'));
    expect(schemes.map((name) => name.replace('.yaml', '')).toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(schemes.filter((name) => readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n').length > 30)).toEqual([]);
  });

  it.each(Object.entries(expected))('comes out as worked by hand: %s', async (variety, people) => {
    const about = await told(variety);
    expect(people.map(([name]) => [name, valueOf(about, name)])).toEqual(people.map(([name, , value]) => [name, value]));
  });

  it('gives a third of eight people two places, of which equals at the line take none', async () => {
    const { scheme, reading, idOf } = await told('veto-and-third');
    const [result] = scheme.results;
    if (result?.grades === undefined) throw new Error('The scheme has no grades.');
    const people = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
    const graded = people.map((name) => {
      const { value, vetoes } = resultOf(reading, result, idOf(name), YEAR);
      return { id: name, score: value, atMost: vetoes[0]?.veto.atMost ?? null, ties: [] };
    });
    const { grades, places } = gradesOf(result.grades, 'togetherDown', graded);
    expect(places.get('excellent')).toBe(2);
    expect(people.map((name) => grades.get(name))).toEqual(['passed', 'excellent', 'passed', 'passed', 'passed', 'passed', 'passed', 'failed']);
  });

  it('proposes a talk after two months running below 8.00, and not after two with a better one between', async () => {
    const { reading, idOf } = await told('consecutive-months');
    const proposed = (name: string) => proposalsOf(reading, pointsOf(reading, member(idOf(name))), YEAR).map(({ windows }) => windows);
    expect(proposed('甲')).toEqual([[{ window: '2026-03', value: 700 }, { window: '2026-04', value: 400 }]]);
    expect(proposed('乙')).toEqual([]);
  });

  it('still counts the service of the retired', async () => {
    const { reading, idOf } = await told('exempt-classes');
    expect(totalOf(reading, pointsOf(reading, member(idOf('乙'))), YEAR)).toMatchObject({ excluded: 'retired', parts: [{ part: 'studied' }, { part: 'services', value: 200 }] });
  });
});
