import { plainTitle } from './cell-text.ts';

const SUMS = /^(?:合计|总计|小计|共计|累计)[:：]?(?:\d+(?:人|条|项)?)?$/;
const SIGNED = /^(?:填表人?|填报人|制表人?|经办人|审核人?|负责人|登记人|记录人|统计人|考勤[员人]|带班领导|填表单位|填报单位|填表日期|填报日期|制表日期|说明|注)[:：]/;

/** Whether a row below a table sums it up, says who made it or explains it: its first words tell. Nobody and nothing is called so. */
export function isClosingLine(cells: readonly string[]): boolean {
  const first = plainTitle(cells.find((it) => it.trim() !== '') ?? '');
  return SUMS.test(first) || SIGNED.test(first);
}
