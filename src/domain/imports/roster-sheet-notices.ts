import type { Words } from '#domain/words/words.ts';
import type { KnownBranch } from './roster-ground.ts';
import type { LinePlace } from './table-line.ts';
import type { StageTold } from './told-stage.ts';

/** Sheets of which nothing was read. */
export function sheetsOverNotices(passedOver: readonly string[], incomplete: readonly { readonly sheet: string; readonly missing: readonly string[] }[]): Words[] {
  return [
    ...(passedOver.length > 0 ? [{ zh: `以下工作表不是花名册（没有含姓名和警号的表头），没有读取：${passedOver.join('、')}。`, en: `These sheets are no roster (no header with names and numbers) and were not read: ${passedOver.join(', ')}.` }] : []),
    ...incomplete.map(({ sheet, missing }) => ({ zh: `工作表“${sheet}”没有读取，表头中缺少：${missing.join('、')}。`, en: `The sheet “${sheet}” was not read; its header lacks: ${missing.join(', ')}.` })),
  ];
}

const NAMED_MOST = 20;

/** Who was taken for what in a roster without 人员类别: a reader must be able to see it before anything is imported. */
export function stageNotices(lines: readonly { readonly place: LinePlace; readonly stage: StageTold }[]): Words[] {
  if (lines.length === 0) return [];
  const count = (written: StageTold['written']): number => lines.filter(({ stage }) => stage.written === written).length;
  const [full, probationary, none] = [count('正式党员'), count('预备党员'), count('非党员')];
  const unsure = lines.filter(({ stage }) => stage.isUnsure).map(({ place }) => place);
  const more = unsure.length - NAMED_MOST;
  const shown = unsure.slice(0, NAMED_MOST);
  return [{
    zh: `表中没有“人员类别”一列，由入党、转正日期和标题认定：正式党员 ${full} 人，预备党员 ${probationary} 人，非党员 ${none} 人。不符的，请在表中加“人员类别”一列后重新上传。`,
    en: `The table has no column 人员类别; by the days of joining and the title ${full} people are taken for full members, ${probationary} for probationary ones, ${none} for no members. Where that is wrong, add the column and send the table again.`,
  }, ...(unsure.length > 0 ? [{
    zh: `其中 ${unsure.length} 人没有写明转正日期，按正式党员认定，请核对是否预备党员：${shown.map(({ sheet, row }) => `“${sheet}”第 ${row} 行`).join('、')}${more > 0 ? `；另有 ${more} 人` : ''}。`,
    en: `Of them ${unsure.length} have no day of full membership and are taken for full members; see whether they are on probation: ${shown.map(({ sheet, row }) => `row ${row} of “${sheet}”`).join(', ')}${more > 0 ? `; ${more} more` : ''}.`,
  }] : [])];
}

/** Which sheet was taken for the roster of which branch. */
export function branchNotices(told: ReadonlyMap<string, KnownBranch | undefined>): Words[] {
  if (told.size === 0) return [];
  return [{
    zh: `没有填写所在党支部的行，按工作表的名称或标题认定党支部，请核对：${[...told].map(([sheet, it]) => `“${sheet}”→${it?.name ?? '没有认出，请在表中补填'}`).join('；')}。`,
    en: `Rows without a branch belong to the branch that the name or title of their sheet tells; please check: ${[...told].map(([sheet, it]) => `“${sheet}” → ${it?.name ?? 'not recognised, fill it in'}`).join('; ')}.`,
  }];
}
