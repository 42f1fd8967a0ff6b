import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { choiceCells } from './choice-cells.ts';

/** What Excel shows in the cells, and the hidden sheet from which it takes it. */
it('cells offer what may stand in them, with a note beside them', async () => {
  const { validations, codes } = choiceCells([{ range: 'C6:D9', choice: ['√', '缺'], strict: false, note: { title: '考勤符号', text: '√ 实到' } }]);
  const { sheets } = await readXlsx(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']], dataValidations: validations }, codes] }));
  expect(sheets[0]?.dataValidations).toMatchObject([{ type: 'list', range: 'C6:D9', inputTitle: '考勤符号', inputMessage: '√ 实到' }]);
  expect([sheets[1]?.name, sheets[1]?.hidden, sheets[1]?.rows.flat()]).toEqual(['代码', true, ['√', '缺']]);
});
