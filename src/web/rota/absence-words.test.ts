import { describe, expect, it } from 'vitest';
import type { AbsenceRow } from '#domain/rota/absence-contract.ts';
import { inLanguage, type Words } from '#domain/words/words.ts';
import { absenceTexts, standingOf, whoOf, whyOf } from './absence-words.ts';

const reasons = [{ id: 'sickLeave', zh: '病假', en: 'Sick leave' }, { id: 'secondment', zh: '借调或专班', en: 'Secondment' }];
const row = (over: Partial<AbsenceRow>): AbsenceRow => ({
  fact: 'f', version: 1, people: [{ id: 'p', number: '1', name: '温岚' }], others: 0, from: '2026-11-10', to: '2026-11-20', shownAs: 'leave', waiting: false, withdrawn: false, mayConfirm: false,
  mayChange: true, ...over,
});
const say = (words: Words): string => inLanguage(words, 'zh');
const why = (over: Partial<AbsenceRow>): string => whyOf(row(over), reasons, say, absenceTexts.zh);

describe('What the leave register says of an entry', () => {
  it('is the reason to whoever got it, and its class to anybody else', () => {
    expect(why({ kind: 'leave', reason: 'sickLeave' })).toBe('病假');
    expect(why({})).toBe('请假');
    expect(why({ shownAs: 'duty' })).toBe('勤务');
  });

  it('says where to and whether there is study at the post', () => {
    expect(why({ kind: 'secondment', reason: 'secondment', seconded: null })).toBe('借调或专班，去向：外单位');
    expect(why({ kind: 'closedDuty', shownAs: 'duty', studyAtPost: false })).toBe('勤务，封闭点不组织学习');
  });

  it('counts those whom one may not see', () => {
    expect(whoOf(row({ others: 2 }), absenceTexts.zh)).toBe('温岚等 3 人');
  });

  it.each([['2026-11-09', 'ahead'], ['2026-11-10', 'running'], ['2026-11-20', 'running'], ['2026-11-21', 'over']] as const)('on %s it is %s', (today, standing) => {
    expect(standingOf(row({}), today)).toBe(standing);
    expect(standingOf(row({ to: null }), '2027-01-01')).toBe('running');
  });
});
