import { expect, test } from 'vitest';
import { missingColumns } from './missing-columns.ts';

const complete = { ethnicity: '汉族', education: '大学本科', position: '看守所民警', phone: '0534-110', joinedParty: '2015-07-01', becameFull: '2016-07-01' };

test('of a full member all columns are asked for', () => {
  expect(missingColumns({ stage: 'full', gender: 'male', birthDate: '1990-01-01', details: complete })).toEqual([]);
  expect(missingColumns({ stage: 'full', gender: null, birthDate: null, details: {} }).length).toBe(8);
});

test('a probationary member has not become full, and who is no member has not joined', () => {
  const { becameFull: _, ...probationary } = complete;
  const { joinedParty: __, ...outside } = probationary;
  expect(missingColumns({ stage: 'probationary', gender: 'female', birthDate: '1990-01-01', details: probationary })).toEqual([]);
  expect(missingColumns({ stage: 'none', gender: 'female', birthDate: '1990-01-01', details: outside })).toEqual([]);
});

test('an empty text is an empty column', () => {
  expect(missingColumns({ stage: 'none', gender: 'male', birthDate: '1990-01-01', details: { ...complete, phone: '' } })).toEqual(['phone']);
});
