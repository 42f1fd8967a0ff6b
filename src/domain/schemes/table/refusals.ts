import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const tableRefusals = {
  SchemeTableUnreadable: {
    status: 422,
    say: ({ zh, en }: Words) => ({ zh, en }),
  },
  SchemeTableForeign: {
    status: 422,
    say: () => ({
      zh: '这不是从本页导出的考核细则表：表里没有“积分”或“考核指标”工作表，或者随表带着的“方案文本”被删去了。请先从本页导出，在导出的表里修改。',
      en: 'This is no table that was exported here: it has neither of the sheets 积分 and 考核指标, or the sheet 方案文本 that comes with it was deleted. Export the table here and change that one.',
    }),
  },
} as const;

export const refuseTable = refusing(tableRefusals);
