import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { plainMatter, readValues, typedValues } from './typed-values.ts';

const label = (zh: string) => ({ zh, en: zh });
const register: Register = {
  id: 'gifts', label: label('捐赠'), persons: 'none', keptBy: 'branch', fields: [
    { id: 'amount', label: label('金额'), kind: 'money', required: true, most: 10_000 },
    { id: 'mark', label: label('评分'), kind: 'mark', least: 0, most: 100 },
    { id: 'people', label: label('人数'), kind: 'count', least: 1, most: 500 },
    { id: 'copies', label: label('份数'), kind: 'count' },
    { id: 'kind', label: label('种类'), kind: 'level', levels: [{ id: 'cash', label: { zh: '现金', en: 'Cash' } }, { id: 'goods', label: { zh: '物资', en: 'Goods' } }] },
    { id: 'known', label: label('公开'), kind: 'flag' },
    { id: 'on', label: label('日期'), kind: 'date' },
    { id: 'document', label: label('文号'), kind: 'matter' },
    { id: 'note', label: label('说明'), kind: 'text' },
  ],
};
const hash = (plain: string): string => `#${plain.length.toString(16).padStart(16, '0')}`;
const read = (typed: Record<string, string | boolean>) => readValues(register, { amount: '1', ...typed }, hash);

test('money is kept in fen and marks in hundredths, as people write them', () => {
  expect(read({ amount: '12.50 元', mark: '96.5', people: '１２人' }).values).toEqual({ amount: 1250, mark: 9650, people: 12 });
  expect(read({ amount: '¥1,200' }).values).toEqual({ amount: 120_000 });
});

test('a number is what a clerk means by it, and whatever else a machine takes for one is told', () => {
  const amounts = ['１０', '￥1,200', '1200元', '-0', '1e3', '10.005', 'NaN', 'Infinity', '9007199254740993', '1.2万', '50%', '1,2'];
  expect(amounts.map((amount) => { const { values, faults } = readValues(register, { amount }, hash); return faults.length > 0 ? '?' : values['amount']; })).toEqual([1000, 120_000, 120_000, '?', '?', '?', '?', '?', '?', '?', '?', '?']);
  expect(read({ copies: '1,234,567' }).values).toMatchObject({ copies: 1_234_567 });
  for (const copies of ['9007199254740993', '12,34', '1e3', '½']) expect(read({ copies }).faults.map(({ field }) => field), copies).toEqual(['copies']);
});

test('minutes may be written in hours, as ledgers of service have them', () => {
  const service: Register = { id: 'service', label: label('志愿服务'), persons: 'none', keptBy: 'branch', fields: [{ id: 'length', label: label('时长'), kind: 'minutes', least: 10, most: 1440 }] };
  const lengths = ['90', '90分钟', '2小时', '1.5 小时', '１小时３０分', '2个小时', '25小时', '1.33小时', '半天'];
  expect(lengths.map((length) => { const { values, faults } = readValues(service, { length }, hash); return faults[0]?.words.zh ?? values['length']; })).toEqual([
    90, 90, 120, 90, 90, 120, '须在 10 至 1440 之间。', '须为分钟数，如 120，也可写“2小时”。', '须为分钟数，如 120，也可写“2小时”。']);
});

test('a level is known by its id and by its name in both languages', () => {
  for (const written of ['goods', '物资', 'Goods']) expect(read({ kind: written }).values).toEqual({ amount: 100, kind: 'goods' });
});

test('a date and a flag are read as a spreadsheet has them', () => {
  expect(read({ on: '2026年7月1日', known: '是' }).values).toEqual({ amount: 100, on: '2026-07-01', known: true });
});

test('a matter stands in the log as a key and beside it as a text', () => {
  expect(read({ document: '德公党〔2026〕12号' })).toMatchObject({ values: { document: hash('德公党(2026)12号') }, texts: { document: '德公党〔2026〕12号' }, faults: [] });
  expect(plainMatter('德公党 [2026] 12 号')).toBe(plainMatter('德公党〔2026〕12号'));
});

test.each([
  ['amount', '', /请填写金额/], ['amount', '12.505', /两位小数/], ['amount', '10001', /不能大于 10000/], ['mark', '-1', /须为数字/], ['mark', '101', /0 至 100/],
  ['people', '1.5', /整数/], ['people', '0', /1 至 500/], ['kind', '黄金', /只能是：现金；物资/], ['known', '也许', /“是”或“否”/], ['on', '2026-02-30', /存在的日期/],
  ['document', '文'.repeat(101), /不超过 100/], ['elsewhere', '1', /没有这一栏/],
])('what %s may not be, “%s”, is said in its place', (field, written, said) => {
  const { faults } = read({ [field]: written });
  expect(faults.map((it) => it.field)).toEqual([field]);
  expect(faults[0]?.words.zh).toMatch(said);
});

test('what was read can be typed again and is read as the same', () => {
  fc.assert(fc.property(
    fc.record({
      amount: fc.integer({ min: 0, max: 1_000_000 }).map((it) => (it / 100).toFixed(2)), mark: fc.integer({ min: 0, max: 10_000 }).map((it) => (it / 100).toFixed(2)),
      people: fc.integer({ min: 1, max: 500 }).map(String), kind: fc.constantFrom('cash', 'goods'), known: fc.boolean(), document: fc.constantFrom('一号', '[2026] 2'),
    }),
    (typed) => {
      const once = read(typed);
      const twice = readValues(register, typedValues(register, once.values, once.texts), hash);
      expect(twice).toEqual(once);
    }), { numRuns: 200 });
});
