import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryColumns, TOLD_TITLES } from '#domain/registers/entry-columns.ts';
import { entryHeader } from '#domain/registers/entry-header.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { sheetName } from '#server/platform/table-workbook.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';

const schemes = ['schemes/dezhou.yaml', ...readdirSync('schemes/varieties').filter((it) => !it.includes('.facts.')).map((it) => `schemes/varieties/${it}`)].flatMap((file) => {
  const read = readScheme(readFileSync(file, 'utf8'));
  return 'scheme' in read ? [{ file, registers: read.scheme.registers }] : [];
});

test('the columns of every register that our schemes declare are told apart, in its template and in the file that is taken away', () => {
  const wrong = schemes.flatMap(({ file, registers }) => registers.flatMap((register) => {
    const card = registerCardOf(register);
    const columns = entryColumns(card);
    const header = entryHeader(card, [...columns.map(({ title }) => title), ...TOLD_TITLES, REASON_TITLE], false);
    const found = columns.map(({ key }) => header?.at.get(key));
    return header && header.others.length === 0 && found.every((it, at) => it === at) ? [] : [`${file} ${register.id}: ${found.join()}`];
  }));
  expect(wrong).toEqual([]);
  expect(schemes.flatMap(({ registers }) => registers).length).toBeGreaterThan(30);
});

test('a book of an office is known by the day that is named after what happened, and a field of that name goes before', () => {
  const cardOf = (id: string) => registerCardOf(schemes.flatMap(({ file, registers }) => (file === 'schemes/dezhou.yaml' ? registers : [])).find((it) => it.id === id) ?? expect.fail());
  const dayIn = (id: string, ...titles: readonly string[]): number | undefined => entryHeader(cardOf(id), titles, false)?.at.get('day');
  expect(dayIn('heartTalk', '序号', '党组织', '谈话时间', '谈话人', '谈话对象')).toBe(2);
  expect(dayIn('volunteer', '党组织', '服务日期', '服务人员', '服务事项')).toBe(1);
  expect(dayIn('volunteer', '党组织', '服务日期', '日期', '人员', '服务事项')).toBe(2);
});

test('a table of people need not say of which organisation it is, a table of numbers must', () => {
  const cardOf = (id: string) => registerCardOf(schemes.flatMap(({ file, registers }) => (file === 'schemes/dezhou.yaml' ? registers : [])).find((it) => it.id === id) ?? expect.fail());
  expect(entryHeader(cardOf('volunteer'), ['服务日期', '服务人员', '服务事项'], false)?.at.has('organisation')).toBe(false);
  expect(entryHeader(cardOf('volunteer'), ['服务日期', '警号', '服务事项'], false)?.at.get('number')).toBe(1);
  expect(() => entryHeader(cardOf('dues'), ['发生日期', '应缴人数', '实缴人数'], false)).toThrow('党组织');
  expect(entryHeader(cardOf('dues'), ['发生日期', '应缴人数', '实缴人数'], true)?.at.get('day')).toBe(0);
});

test('no two registers of a scheme give their sheets the same name', () => {
  const names = schemes.map(({ file, registers }) => ({ file, names: registers.map(({ label }) => sheetName(label.zh)) }));
  expect(names.filter((it) => new Set(it.names).size < it.names.length).map(({ file }) => file)).toEqual([]);
});
