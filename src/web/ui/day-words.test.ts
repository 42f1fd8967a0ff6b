import { describe, expect, it } from 'vitest';
import { dayText, documentDayText, longDayText, shortDayText } from './day-words.ts';

describe('a day in words', () => {
  it('carries its day of the week in both languages', () => {
    expect(dayText('2026-11-16', 'zh')).toBe('2026-11-16 周一');
    expect(dayText('2026-11-16', 'en')).toBe('2026-11-16 Mon');
    expect(shortDayText('2024-02-29', 'zh')).toBe('02-29 周四');
    expect(longDayText('2026-11-06', 'zh')).toBe('2026年11月6日（周五）');
    expect([documentDayText('2026-11-06', 'zh'), documentDayText('2026-11-06', 'en')]).toEqual(['2026年11月6日', '6 November 2026']);
    expect(longDayText('2026-11-06', 'en')).toBe('6 November 2026 (Fri)');
  });
});
