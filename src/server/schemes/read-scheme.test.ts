import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScheme } from './read-scheme.ts';

const sample = readFileSync('test/schemes/study.yaml', 'utf8');

describe('the sample scheme', () => {
  it('is read without a problem or a warning and says that it is a sample', () => {
    const read = readScheme(sample);
    expect('problems' in read ? read.problems : []).toEqual([]);
    if ('problems' in read) return;
    expect(read.warnings).toEqual([]);
    expect(read.takesEffect).toBe('2026-01-01');
    expect(read.scheme.source?.zh).toBe('来源:示例,非德州原文');
    expect(read.scheme.points?.full).toBe(4000);
    expect(read.scheme.activities.find(({ id }) => id === 'mondayStudy')).toMatchObject({
      weekday: 1, from: '19:00', to: '21:00', exceptStaff: ['retired'], makeUpDays: 14,
    });
  });
});
