import { describe, expect, it } from 'vitest';
import { detailText, shownDetails, wordsOr } from './words.ts';

describe('the particulars of an audit entry', () => {
  it.each([
    ['role', 'secretary', '支部书记', 'Branch secretary'], ['post', 'secretary', '书记', 'Secretary'], ['to', null, '—', '—'],
    ['moved', true, '是', 'yes'], ['opened', true, '开', 'on'], ['opened', false, '关', 'off'], ['moved', false, '否', 'no'], ['people', 3, '3', '3'], ['day', '2026-11-16', '2026-11-16', '2026-11-16'],
    ['role', 'toString', 'toString', 'toString'], ['fields', 'name,phone', '姓名、联系电话', 'name, phone'], ['fields', 'other', 'other', 'other'], ['purpose', 'transfer', '办理关系转接', 'To transfer a membership'],
  ])('%s %s reads %s and %s', (name, value, zh, en) => {
    expect([detailText(name, value, 'zh'), detailText(name, value, 'en')]).toEqual([zh, en]);
  });

  it('that have no word are not shown', () => {
    expect(shownDetails({ tries: 2, reason: 'illness', constructor: 'x', text: '长文' })).toEqual({ tries: 2 });
  });

  it('keep their bare name where a table does not know them', () => {
    expect(wordsOr({}, 'oldOperation')).toEqual({ zh: 'oldOperation', en: 'oldOperation' });
  });
});
