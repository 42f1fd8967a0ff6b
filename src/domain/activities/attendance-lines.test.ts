import { expect, it } from 'vitest';
import { attendanceLines } from './attendance-lines.ts';
import type { Participant } from './record-contract.ts';

const participant = (name: string, status: Participant['status'], reasonClass: Participant['reasonClass'] = null): Participant => ({
  person: { id: name, name, number: name }, group: null, status, credit: 0, sitting: null, reasonClass,
  reason: reasonClass === null ? null : { zh: '病假', en: 'Sick leave' }, makeUp: null, owes: null,
});

it('names everybody once, by what became of him and the class of his reason, never by the reason', () => {
  const lines = attendanceLines([
    participant('甲', 'present'), participant('乙', 'excused', 'duty'), participant('丙', 'excused', 'leave'), participant('丁', 'excused'),
    participant('戊', 'absent', 'leave'), participant('己', 'absent', 'absent'), participant('庚', 'absent'), participant('辛', 'madeUp', 'leave'), participant('壬', 'excused', 'duty'),
  ]);
  expect(lines).toEqual({
    present: ['甲'], madeUp: ['辛'], onLeave: ['戊'], absent: ['己', '庚'],
    excused: [{ away: 'duty', names: ['乙', '壬'] }, { away: 'leave', names: ['丙'] }, { away: 'other', names: ['丁'] }],
  });
});
