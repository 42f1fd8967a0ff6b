import { describe, expect, it } from 'vitest';
import type { RosterItem } from './contract.ts';
import { blankLines, inRows, signInLines } from './sign-in-lines.ts';

const item = (name: string, standing: RosterItem['standing'], reasonClass: RosterItem['reasonClass'] = null): RosterItem => ({
  person: { id: name, name, number: name }, group: null, standing, reasonClass,
  reason: reasonClass === null ? null : { id: 'sickLeave', label: { zh: '病假', en: 'Sick leave' } },
});

describe('a sign-in sheet', () => {
  const sheet = signInLines([item('甲', 'excused', 'duty'), item('乙', 'expected'), item('丙', 'onLeave', 'leave'), item('丁', 'expected'), item('戊', 'excused')]);

  it('has whoever is expected first in the order of the roster, then leave, then those not counted', () => {
    expect(sheet.lines.map(({ no, person, away }) => [no, person.name, away])).toEqual(
      [[1, '乙', null], [2, '丁', null], [3, '丙', 'leave'], [4, '甲', 'duty'], [5, '戊', 'other']]);
    expect([sheet.expected, sheet.onLeave, sheet.excused]).toEqual([3, 1, 2]);
  });

  it('tells the class of a reason and never the reason itself', () => {
    expect(JSON.stringify(sheet)).not.toContain('病假');
  });

  it('without a day has everybody in the order of the roster, and nobody away', () => {
    expect(blankLines([item('甲', 'excused', 'duty'), item('乙', 'expected')]).map(({ no, person, away }) => [no, person.name, away])).toEqual([[1, '甲', null], [2, '乙', null]]);
  });

  it('puts people side by side, the last row as long as there are people', () => {
    expect(inRows([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inRows([], 2)).toEqual([]);
  });
});
