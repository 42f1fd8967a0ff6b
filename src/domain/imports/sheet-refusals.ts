import { refusing } from '#domain/contracts/refusal.ts';

const thousands = (value: number): string => value.toLocaleString('en-US');

/** Refusals of tables of entries, whatever is entered. */
export const sheetRefusals = {
  SheetColumnsMissing: {
    status: 422,
    say: ({ titles }: { titles: readonly string[] }) => ({
      zh: `表头中缺少：${titles.join('、')}。请下载模板对照，表头须在工作表的前 10 行之内。`,
      en: `The header row lacks: ${titles.join(', ')}. Compare with the template; the header must be within the first 10 rows of its sheet.`,
    }),
  },
  SheetColumnsTwice: {
    status: 422,
    say: ({ titles }: { titles: readonly string[] }) => ({
      zh: `表头中重复的列：${titles.join('、')}。每一项只保留一列，再上传。`,
      en: `These columns stand twice in the header: ${titles.join(', ')}. Keep one of each and send the file again.`,
    }),
  },
  SheetOfAnother: {
    status: 422,
    say: ({ sheet, here }: { sheet: string; here: string }) => ({
      zh: `这是“${sheet}”的表格，不是“${here}”的。请到“${sheet}”中导入，或者改用本登记簿的模板。`,
      en: `This is a table of “${sheet}”, not of “${here}”. Import it there, or use the template of this register.`,
    }),
  },
  SheetEmpty: {
    status: 422,
    say: () => ({ zh: '表头之下没有内容。请填写后再上传。', en: 'Nothing stands below the header row. Fill it in and send it again.' }),
  },
  SheetNotChecked: {
    status: 409,
    say: () => ({ zh: '这份表格还没有检查完，或者检查未通过。请等检查完成，或者重新上传。', en: 'This table has not been checked to the end. Wait for the check, or send the file again.' }),
  },
  SheetHasProblems: {
    status: 422,
    say: ({ faulty }: { faulty: number }) => ({
      zh: `有 ${thousands(faulty)} 行需要改正。请改正后重新上传，或者选择“只导入无误的行”。`,
      en: `${thousands(faulty)} rows need correction. Correct them and send the file again, or choose to import only the rows without problems.`,
    }),
  },
  SheetNothingNew: {
    status: 409,
    say: () => ({ zh: '表中没有需要导入的内容：各行已在系统中，或者需要改正。', en: 'There is nothing to import: every row is in the system already, or needs correction.' }),
  },
  SheetCarriedOut: {
    status: 409,
    say: () => ({ zh: '这份表格已经导入或正在导入。', en: 'This table has been imported already, or is being imported.' }),
  },
  SheetOvertaken: {
    status: 409,
    say: () => ({
      zh: '检查之后，系统中的内容有了变动，这份表格没有导入。请重新上传并检查。',
      en: 'Something in the system was changed after the check, so nothing was imported. Send the table again and check it.',
    }),
  },
  SheetExpired: {
    status: 409,
    say: () => ({ zh: '上传的文件已超过保存期限并删除。请重新上传。', en: 'The file was kept for some days and has been deleted. Send it again.' }),
  },
} as const;

export const refuseSheet = refusing(sheetRefusals);
