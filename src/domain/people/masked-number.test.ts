import { expect, it } from 'vitest';
import { looksMasked, maskedNumber } from './masked-number.ts';

it.each([
  ['a mobile', '13800005678', '138****5678'],
  ['in groups', ' 138 0000-5678 ', '138****5678'],
  ['with the country code', '+86 138-0000-5678', '138****5678'],
  ['with the country code as it is dialled', '008613800005678', '138****5678'],
  ['in full-width digits', '１３８００００５６７８', '138****5678'],
  ['with a long dash', '0534—2187766', '0534-****766'],
  ['a landline with its area code', '0534-2187766', '0534-****766'],
  ['of a big city', '(010)65120000', '010-****000'],
  ['in full-width brackets', '（０２１）６５１２００００', '021-****000'],
  ['without area code', '2187766', '****766'],
  ['of eight digits', '65120000', '****000'],
  ['a short number', '110', '****'],
  ['of the inner network', '618766', '****'],
  ['with an extension', '0534-2187766-801', '****'],
  ['two in one', '13800005678/13900005678', '****'],
  ['words', '转值班室', '****'],
  ['an identity number of 18', '11010519491231002X', '1****************X'],
  ['its x written small', '11010519491231002x', '1****************X'],
  ['in full-width signs', '１１０１０５１９４９１２３１００２Ｘ', '1****************X'],
  ['an identity number of 15', '110105491231002', '1*************2'],
  ['blank', '　 ', null],
  ['empty', '', null],
  ['nothing', null, null],
  ['never said', undefined, null],
])('%s: %s is shown as %s', (_, value, shown) => {
  expect(maskedNumber(value)).toBe(shown);
});

it('knows a mask that is sent back for a number', () => {
  expect(['138****5678', '138＊＊＊＊5678', '13800005678', '', null].map(looksMasked)).toEqual([true, true, false, false, false]);
});
