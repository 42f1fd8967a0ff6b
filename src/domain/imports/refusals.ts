import { refusing } from '#domain/contracts/refusal.ts';

const thousands = (value: number): string => value.toLocaleString('en-US');

export const importRefusals = {
  FileNotXlsx: {
    status: 415,
    say: () => ({
      zh: '这不是 xlsx 或 csv 表格，或者设有密码。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”并去掉密码，再上传。',
      en: 'This is no xlsx or csv table, or it has a password. Save it in Excel or WPS as "Excel workbook (.xlsx)" without a password and send it again.',
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
  FileEncodingUnclear: {
    status: 422,
    say: () => ({
      zh: '无法确定这份文本表格的文字编码：既不是完整的 UTF-8，也不是完整的 GB18030，或者混用了两种。请在 Excel 或 WPS 中打开，看到文字没有乱码后，另存为“CSV UTF-8”或 xlsx，再上传。',
      en: 'It cannot be told in which encoding this table of text is written: neither UTF-8 nor GB18030 reads all of it, or both are mixed. Open it in Excel or WPS, see that its letters are right, save it as “CSV UTF-8” or xlsx, and send that.',
    }),
  },
  FileQuoteOpen: {
    status: 422,
    say: ({ row }: { row: number }) => ({
      zh: `第 ${thousands(row)} 行有一个引号没有配对，其后的内容分不清属于哪一格。请改正这一行，或者在 Excel 或 WPS 中核对后另存为 xlsx，再上传。`,
      en: `In row ${thousands(row)} a quote has no partner, so it is unclear which cell the rest belongs to. Correct the row, or check the table in Excel or WPS, save it as xlsx, and send that.`,
    }),
  },
  FileCellsSlipped: {
    status: 422,
    say: ({ row, cells, titles }: { row: number; cells: number; titles: number }) => ({
      zh: `第 ${thousands(row)} 行有 ${cells} 格，表头只有 ${titles} 格：格中的逗号等分隔符没有用引号括起，内容已经错位。请改正这一行，或者改用 xlsx，再上传。`,
      en: `Row ${thousands(row)} has ${cells} cells and the header only ${titles}: a comma or another separator within a cell stands without quotes, so contents have slipped. Correct the row, or use xlsx, and send it again.`,
    }),
  },
  FileUnreadable: {
    status: 422,
    say: () => ({
      zh: '文件内容有损坏，无法读取。请在 Excel 或 WPS 中打开并另存一份，再上传。',
      en: 'The file is damaged inside and cannot be read. Open it in Excel or WPS, save a copy, and send that.',
    }),
  },
} as const;

export const refuseImport = refusing(importRefusals);
