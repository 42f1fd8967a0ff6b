import { expect, test } from 'vitest';
import { askedInWords } from './asked-in-words.ts';

const register = { id: 'vanguard', label: { zh: '先锋队', en: 'Vanguard' }, persons: 'many', keptBy: 'branch', fields: [{ id: 'sort', label: { zh: '种类', en: 'Kind' }, kind: 'level', levels: [{ id: 'team', label: { zh: '先锋队', en: 'Team' } }] }] } as const;

test('a file says to what its register was narrowed', () => {
  const asked = (organisation: string | undefined, filter: Parameters<typeof askedInWords>[2]) => askedInWords({ ...register, fields: [...register.fields].map((it) => ({ ...it, levels: [...it.levels] })) }, organisation, filter);
  expect(asked(undefined, {})).toBe('');
  expect(asked('看守所党支部', { year: 2026, search: '温岚', level: 'team', waiting: 'yes' })).toBe('党组织：看守所党支部；2026年；查找：温岚；先锋队；待确认');
  expect(asked(undefined, { period: '2026-10', batch: 'x' })).toBe('所属期：2026-10；一次导入的登记');
});
