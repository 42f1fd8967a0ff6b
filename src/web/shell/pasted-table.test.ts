import { expect, it } from 'vitest';
import { pastedTable } from './pasted-table.ts';

const NAME = '粘贴的表格.txt';
const picture = new File(['…'], 'image.png', { type: 'image/png' });
const workbook = new File(['…'], '花名册.xlsx');
const copied = (text: string, ...files: File[]): Parameters<typeof pastedTable>[0] => ({ getData: () => text, files: files as unknown as FileList });

it.each([
  ['rows and their picture', copied('警号\t姓名\r\n000120\t温岚\r\n', picture), NAME],
  ['one row', copied('000120\t温岚'), NAME],
  ['a file of a folder', copied('', workbook), '花名册.xlsx'],
  ['a sentence', copied('请导入附件'), null],
  ['nothing', copied(''), null],
])('takes %s', (_, data, name) => {
  expect(pastedTable(data, NAME)?.name ?? null).toBe(name);
});

it('keeps the cells as they were copied', async () => {
  expect(await pastedTable(copied('警号\t姓名\r\n000120\t"温\n岚"'), NAME)?.text()).toBe('警号\t姓名\r\n000120\t"温\n岚"');
});
