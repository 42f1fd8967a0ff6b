import { placeKey } from '#domain/imports/called-by.ts';

/** 中共示例市公安局刑事侦查支队总支部委员会 and 示例市公安局刑事侦查支队党总支 are one name in two dresses. */
export const partyKey = (name: string): string => placeKey(name).replace(/^(?:中国共产党|中共)/, '')
  .replace(/(总支|支部)部?委员会$/, '$1').replace(/总支部$/, '总支').replace(/党(总支|支部)$/, '$1').replace(/(?:党委会|(?:党的)?委员会)$/, '党委');

const BUREAU_BEFORE = /(?:局|厅|院)$/;
const SHORTEST = 3;

/** Whether somebody who writes this may mean the organisation of that name: in another dress, or without the bureau before the unit. */
export function mayMean(written: string, name: string): boolean {
  const [said, whole] = [partyKey(written), partyKey(name)];
  if (said === whole) return true;
  return said.length >= SHORTEST && whole.endsWith(said) && BUREAU_BEFORE.test(whole.slice(0, -said.length));
}
