import { describe, expect, it } from 'vitest';
import { paddedCells, paddingStyles } from './padded-numbers.ts';

const styled = (...codes: readonly string[]): string => `<styleSheet>
  <numFmts count="${codes.length}">${codes.map((code, at) => `<numFmt numFmtId="${176 + at}" formatCode="${code}"/>`).join('')}</numFmts>
  <cellStyleXfs><xf numFmtId="176"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0" fontId="0"/>${codes.map((_, at) => `<xf numFmtId="${176 + at}" applyNumberFormat="1"><alignment/></xf>`).join('')}</cellXfs></styleSheet>`;

describe('a format of noughts', () => {
  it.each([
    ['000000', 6], ['000000_ ', 6], ['000000;[Red]-000000', 6], ['00', 2], ['0', undefined], ['0.00', undefined], ['yyyy-mm-dd', undefined], ['#,##0', undefined], ['00.0', undefined],
  ])('%s writes so many digits', (code, width) => expect(paddingStyles(styled(code)).get('1')).toBe(width));

  it('is found by the place of its style, of the styles of cells alone', () => {
    expect([...paddingStyles(styled('yyyy-mm-dd', '000000'))]).toEqual([['2', 6]]);
    expect(paddingStyles('<styleSheet/>').size).toBe(0);
  });
});

describe('a cell in it', () => {
  const styles = new Map([['1', 6]]);
  const seen = (cell: string): unknown => paddedCells(`<sheetData><row r="7">${cell}</row></sheetData>`, styles).get(7)?.get(27);

  it('is read as it is seen', () => {
    expect(seen('<c r="AB7" s="1"><v>120</v></c>')).toBe('000120');
    expect(seen('<x:c s="1" r="AB7" t="n"><x:v>120</x:v></x:c>')).toBe('000120');
  });

  it.each([
    ['as long as the format', '<c r="AB7" s="1"><v>900120</v></c>'], ['of another style', '<c r="AB7" s="0"><v>120</v></c>'], ['of no style', '<c r="AB7"><v>120</v></c>'],
    ['a text by its number', '<c r="AB7" s="1" t="s"><v>120</v></c>'], ['a fraction', '<c r="AB7" s="1"><v>1.5</v></c>'], ['empty', '<c r="AB7" s="1"/>'],
  ])('stays as it is when %s', (_, cell) => expect(seen(cell)).toBeUndefined());
});
