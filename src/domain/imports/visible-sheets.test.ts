import { expect, test } from 'vitest';
import { visibleSheets } from './visible-sheets.ts';

test('hidden sheets are passed over, and the others keep their place among all', () => {
  const xml = `<workbook xmlns:r="r"><sheets><sheet name="代码" sheetId="1" state="hidden" r:id="rId1"/><sheet name="党费&amp;缴纳&#x20;表" sheetId="2" state="visible" r:id="rId2"/>
    <x:sheet r:id='rId3' sheetId='7' name='草稿' state='veryHidden'/><sheet name="二月" sheetId="8" r:id="rId4"></sheet></sheets></workbook>`;
  expect(visibleSheets(xml)).toEqual([{ index: 1, name: '党费&缴纳 表', part: 'rId2' }, { index: 3, name: '二月', part: 'rId4' }]);
  expect(visibleSheets('<workbook/>')).toEqual([]);
});
