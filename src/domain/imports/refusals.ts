import { refusing } from '#domain/contracts/refusal.ts';

const thousands = (value: number): string => value.toLocaleString('en-US');

export const importRefusals = {
  FileNotXlsx: {
    status: 415,
    say: () => ({
      zh: '这不是 xlsx 文件，或者设有密码。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”并去掉密码，再上传。',
      en: 'This is no xlsx file, or it has a password. Save it in Excel or WPS as "Excel workbook (.xlsx)" without a password and send it again.',
    }),
  },
  FileCutShort: {
    status: 422,
    say: () => ({
      zh: '文件不完整，可能没有传完或没有下载完。请从原处重新取得文件，能正常打开后再上传。',
      en: 'The file is cut short; it was probably not copied to the end. Get it anew from its source, see that it opens, and send it again.',
    }),
  },
  FileInflates: {
    status: 413,
    say: ({ megabytes }: { megabytes: number }) => ({
      zh: `文件解开后超过 ${megabytes} MB，或者压缩比异常。请删去图片、空白格式和多余工作表，只保留要导入的表，再上传。`,
      en: `Unpacked, the file is larger than ${megabytes} MB, or it is packed abnormally. Remove pictures, empty formatted rows and other sheets, and send it again.`,
    }),
  },
  FileManyEntries: {
    status: 413,
    say: ({ entries }: { entries: number }) => ({
      zh: `文件内的部件超过 ${thousands(entries)} 个。请新建工作簿，只把要导入的内容粘贴进去，再上传。`,
      en: `The file has more than ${thousands(entries)} parts. Paste the table alone into a new workbook and send that.`,
    }),
  },
  FileManyRows: {
    status: 413,
    say: ({ rows }: { rows: number }) => ({
      zh: `表格超过 ${thousands(rows)} 行。请按单位分成几个文件，分别上传。`,
      en: `The table has more than ${thousands(rows)} rows. Split it by unit and send the parts.`,
    }),
  },
  FileTooSlow: {
    status: 413,
    say: ({ seconds }: { seconds: number }) => ({
      zh: `读取文件超过 ${seconds} 秒，已停止。请删去多余的格式、公式和工作表，或者分成几个文件，再上传。`,
      en: `Reading the file took more than ${seconds} seconds and was stopped. Remove formats, formulas and other sheets, or split it, and send it again.`,
    }),
  },
  FileUnreadable: {
    status: 422,
    say: () => ({
      zh: '文件内容有损坏，无法读取。请在 Excel 或 WPS 中打开并另存一份，再上传。',
      en: 'The file is damaged inside and cannot be read. Open it in Excel or WPS, save a copy, and send that.',
    }),
  },
  RosterColumnsMissing: {
    status: 422,
    say: ({ titles }: { titles: readonly string[] }) => ({
      zh: `表头中缺少：${titles.join('、')}。请下载模板对照，表头须在工作表的前 10 行之内。`,
      en: `The header row lacks: ${titles.join(', ')}. Compare with the template; the header must be within the first 10 rows of its sheet.`,
    }),
  },
  RosterColumnsTwice: {
    status: 422,
    say: ({ titles }: { titles: readonly string[] }) => ({
      zh: `表头中重复的列：${titles.join('、')}。每一项只保留一列，再上传。`,
      en: `These columns stand twice in the header: ${titles.join(', ')}. Keep one of each and send the file again.`,
    }),
  },
  RosterEmpty: {
    status: 422,
    say: () => ({ zh: '表头之下没有人员。请填写后再上传。', en: 'There is nobody below the header row. Fill it in and send it again.' }),
  },
  RosterNotChecked: {
    status: 409,
    say: () => ({ zh: '这份花名册还没有检查完，或者检查未通过。请等检查完成，或者重新上传。', en: 'This roster has not been checked to the end. Wait for the check, or send the file again.' }),
  },
  RosterHasProblems: {
    status: 422,
    say: ({ faulty }: { faulty: number }) => ({
      zh: `有 ${thousands(faulty)} 行需要改正。请改正后重新上传，或者选择“只导入无误的行”。`,
      en: `${thousands(faulty)} rows need correction. Correct them and send the file again, or choose to import only the rows without problems.`,
    }),
  },
  RosterCarriedOut: {
    status: 409,
    say: () => ({ zh: '这份花名册已经导入或正在导入。', en: 'This roster has been imported already, or is being imported.' }),
  },
  RosterOvertaken: {
    status: 409,
    say: () => ({
      zh: '检查之后，系统中的人员或组织有了变动，这份花名册没有导入。请重新上传并检查。',
      en: 'People or organisations were changed after the check, so nothing was imported. Send the roster again and check it.',
    }),
  },
  RosterExpired: {
    status: 409,
    say: () => ({ zh: '上传的文件已超过保存期限并删除。请重新上传。', en: 'The file was kept for some days and has been deleted. Send it again.' }),
  },
} as const;

export const refuseImport = refusing(importRefusals);
