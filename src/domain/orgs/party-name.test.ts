import { expect, test } from 'vitest';
import { mayMean } from './party-name.ts';

const WHOLE = '中共示例市公安局刑事侦查支队总支部委员会';

test('an organisation is meant by its name with other endings, with and without the bureau before it', () => {
  for (const written of ['刑事侦查支队党总支', '刑事侦查支队总支部', '示例市公安局刑事侦查支队党总支', '中共示例市公安局 刑事侦查支队总支部委员会']) expect(mayMean(written, WHOLE), written).toBe(true);
  expect([mayMean('看守所党支部', '中共示例市公安局看守所支部委员会'), mayMean('交警支队委员会', '中共示例市公安局交警支队委员会'), mayMean('交警支队党委', '中国共产党示例市公安局交警支队委员会')]).toEqual([true, true, true]);
});

test('a part of a unit, another level or another unit is not meant', () => {
  for (const written of ['侦查支队党总支', '刑事侦查支队党支部', '刑事侦查支队', '刑事侦查支队党委', '总支', '']) expect(mayMean(written, WHOLE), written).toBe(false);
});
