import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import * as rosters from '#domain/imports/contract.ts';
import * as tables from '#domain/imports/table-contract.ts';
import type { Words } from '#domain/words/words.ts';
import * as registers from '#domain/registers/import-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { refusedFiles } from '#test/refused-files.ts';
import { runJobs } from '#test/run-jobs.ts';

// Every file is read in a process of its own, all of them before the first question.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

type Import = 'roster' | 'registers' | 'attendance' | 'organisations' | 'leave' | 'teams' | 'duties';
interface Sample {
  readonly file: string;
  /** What wrote it: LibreOffice Calc 7.4, openpyxl 3.1, XlsxWriter 3.2, our own library, or a hand that knows the format. */
  readonly by: 'calc' | 'openpyxl' | 'xlsxwriter' | 'ours' | 'hand';
  readonly shows: string;
  /** What the check says: how many are new, or the refusal; then each problem with its place, and what was passed over. */
  readonly says: readonly string[];
}

const TWO_NEW = ['新增 2'];
const REASONS = '只能是：出警或紧急任务、出差办案、脱产培训、年休假或探亲、病假、产假、陪产假或哺乳假、事假（经批准）、全封闭执勤。';
const REMARKS = '以下列没有导入：备注。';
const lacks = (...titles: readonly string[]): string[] => [`表头中缺少：${titles.join('、')}。请下载模板对照，表头须在工作表的前 10 行之内。`];
const slipped = (row: number, cells: number, titles: number): string[] => [`第 ${row} 行有 ${cells} 格，表头只有 ${titles} 格：格中的逗号等分隔符没有用引号括起，内容已经错位。请改正这一行，或者改用 xlsx，再上传。`];

const LEVELS = '只能是：嘉奖或机关党委表彰；三等功或市局、市直工委表彰；二等功或省厅表彰；一等功或省部级以上表彰。';
const CATEGORIES = '只能是：000 其他机构、611 党委、612 党组、621 党总支部、631 党支部、632 联合党支部、699 党小组、911 临时党委、921 临时党总支部、931 临时党支部、932 临时联合党支部。';
const WPS = 'in the manner of WPS: texts for numbers and days, a day shown in Chinese, pictures in cells, two hundred dressed rows behind, two empty sheets, a part of its own';
const HOSTILE = 'what nobody means well: marks nobody sees, text turned round, halves of letters, noughts, ten thousand letters, errors, formulas, places that look like ours, days that are none';
const LONG = '长'.repeat(40);

/** The same habits in each table, with its own columns and what its own rules say of them. */
const habits = (own: { readonly doubled: string; readonly lacks: readonly string[]; readonly cells: number; readonly faults: readonly string[] }): readonly Sample[] => [
  { file: 'ours.xlsx', by: 'ours', shows: 'days as days and as texts, figures for numbers with the nought lost, an apostrophe, a column of old reasons', says: TWO_NEW },
  { file: 'openpyxl.xlsx', by: 'openpyxl', shows: 'a merged title and a note above, stars and blanks in titles, figures for numbers, a hidden column and row, a filter, coloured empty rows, a second sheet', says: [...TWO_NEW, REMARKS] },
  { file: 'calc-again.xlsx', by: 'calc', shows: 'the same, opened and saved again', says: [...TWO_NEW, REMARKS] },
  { file: 'xlsxwriter.xlsx', by: 'xlsxwriter', shows: 'names in two fonts, a formula with its value, days in Chinese, a comment, a list to choose from', says: TWO_NEW },
  { file: 'dressed-1904.xlsx', by: 'hand', shows: 'days from 1904 shortly before midnight, marks nobody sees, wide blanks, a sheet that reaches to its end', says: TWO_NEW },
  { file: 'gb18030.csv', by: 'hand', shows: 'csv in GB18030', says: TWO_NEW },
  { file: 'faults.xlsx', by: 'hand', shows: 'errors of formulas, days that are none, words and people nobody knows, cells that must be filled', says: [`新增 0，需改正 ${new Set(own.faults.map((it) => it.split(' ')[0])).size}`, ...own.faults] },
  { file: 'slipped.csv', by: 'hand', shows: 'a comma within a cell without quotes', says: slipped(3, own.cells + 1, own.cells) },
  { file: 'header-twice.xlsx', by: 'hand', shows: 'a column twice', says: [`表头中重复的列：${own.doubled}。每一项只保留一列，再上传。`] },
  { file: 'header-only.xlsx', by: 'hand', shows: 'a header alone', says: ['表头之下没有内容。请填写后再上传。'] },
  { file: 'header-none.xlsx', by: 'hand', shows: 'no header', says: lacks(...own.lacks) },
];

const NO_GRID = ['没有找到考勤表：表头须在工作表的前 10 行之内，有“警号”或“姓名”一列，其后各列的列名是日期（如 2026-03-02）。请下载模板对照。'];
const attendance: readonly Sample[] = [
  { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：签名。'] },
  {
    file: 'hostile.xlsx', by: 'hand', shows: HOSTILE, says: [
      '新增 0，需改正 8', '考勤!A17 警号 020008 在系统中是“看守壬”。', '考勤!A21 没有“看守寅 100000”这个人。', '考勤!D5 “＝1”没有确定含义。', '考勤!E2 读不出是哪一天。', '考勤!F2 读不出是哪一天。', '考勤!G2 “5/1/26”没有写全年份，年、月、日的先后不能确定。', `考勤!H6 “${LONG}…”没有确定含义。`, '考勤!H7 “#REF!”没有确定含义。',
      '考勤!J8 此人 2027-01-04 不是该党组织这项活动的应到人员。', '以下列没有导入：农历二月初一、60。'],
  },
  { file: 'homoglyph.xlsx', by: 'hand', shows: 'a number of a branch with a letter that only looks like ours', says: ['新增 0，需改正 1', '考勤!A2 没有“А118”这个党组织，或者不由您记录活动（已撤销、已合并的，由上级党务办补录撤销以前的活动）。'] },
  { file: 'openpyxl-months.xlsx', by: 'openpyxl', shows: 'months merged over day numbers, names over both rows, figures for numbers, 补, sums and who filled it in below', says: ['新增 5', '1 处补学没有写日期，按当次活动的日期、随党小组长自学登记；知道日期的，请写成“补3月12日”。'] },
  {
    file: 'openpyxl-month-sheets.xlsx', by: 'openpyxl', shows: 'a sheet for each month, days by their numbers, the branch in the titles, 班 and 公出, a sheet of sums behind', says: [
      '新增 4', '以下工作表没有读出姓名和日期，没有导入：全年汇总。日期写在列名中（3月2日、2026-03-02）；一月一张表的，表名或标题写明几月，列名可以只写几日。'],
  },
  { file: 'xlsxwriter-days.xlsx', by: 'xlsxwriter', shows: 'days as days, weekdays below them, a number before, names in two fonts, 1 and a ticked box for presence', says: TWO_NEW },
  { file: 'calc-days.xlsx', by: 'calc', shows: 'days in three ways, one with its weekday in brackets, the year in a title', says: ['新增 3'] },
  { file: 'gb18030.csv', by: 'hand', shows: 'csv in GB18030', says: TWO_NEW },
  {
    file: 'openpyxl-legend.xlsx', by: 'openpyxl', shows: 'a legend merged below the names, one mark against its usual meaning, who made it', says: [
      '新增 2', '“看守所党支部”按表中图例读取：“√”出勤，作“实到”；“×”缺勤，作“缺席”；“△”病假，作“病假”；“○”出差，作“出差办案”。', '“看守所党支部”中“○”通常作“实到”，与图例不同，以图例为准，请核对。'],
  },
  {
    file: 'xlsxwriter-legend.xlsx', by: 'xlsxwriter', shows: 'a legend above the names in cells side by side, one of its words unknown', says: [
      '新增 0，需改正 1', '看守所党支部!B10 “◇”没有确定含义。', '“看守所党支部”按表中图例读取：“√”出勤，作“实到”；“▽”值班，作“值班备勤”。', '“看守所党支部”的图例“◇列席”没有对应的含义，请在“符号含义”中选定。'],
  },
  { file: 'legend-gb18030.csv', by: 'hand', shows: 'csv with a legend below, a letter among its marks', says: ['新增 1', '“legend-gb18030”按表中图例读取：“p”培训，作“脱产培训”；“#”病假，作“病假”；“√”出勤，作“实到”。'] },
  { file: 'tabs.txt', by: 'hand', shows: 'tabs in UTF-16, the Unicode text of Excel', says: ['新增 1'] },
  {
    file: 'faults.xlsx', by: 'hand', shows: 'an error of a formula, a day that is none, a mark nobody knows, a day without a year', says: [
      '新增 0，需改正 4', '看守所党支部!C8 “#REF!”没有确定含义。', '看守所党支部!D1 读不出是哪一天。', '看守所党支部!E9 “洽”没有确定含义。', '看守所党支部!F1 读不出是哪一天。'],
  },
  { file: 'slipped.csv', by: 'hand', shows: 'a comma within a name without quotes', says: slipped(4, 4, 3) },
  { file: 'header-only.xlsx', by: 'hand', shows: 'a header alone', says: NO_GRID },
  { file: 'header-none.xlsx', by: 'hand', shows: 'no header', says: NO_GRID },
];

const duties: readonly Sample[] = [
  { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：签名。'] },
  {
    file: 'hostile.xlsx', by: 'hand', shows: `${HOSTILE}; a line end before one sign is within a name`, says: [
      '新增 4，需改正 10', '6 值班日期 读不出是哪些日期。', '7 警号 没有“TRUE”这个人，或者不在您登记的党组织。', '7 姓名 警号与姓名“看守庚”不是同一人。',
      '8 值班日期 读不出是哪些日期。', '9 值班日期 读不出是哪些日期。', '10 姓名 警号与姓名“看守癸😀”不是同一人。', `11 姓名 警号与姓名“${LONG}…”不是同一人。`, '12 值班日期 读不出是哪些日期。', '13 值班日期 读不出是哪些日期。',
      '14 警号 没有“100000”这个人，或者不在您登记的党组织。', '14 姓名 警号与姓名“看守卯”不是同一人。', '15 值班日期 读不出是哪些日期。', '15 姓名 警号与姓名“=1+1”不是同一人。'],
  },
  { file: 'openpyxl-calendar.xlsx', by: 'openpyxl', shows: 'a row for each day: days as days, a leader, names with 、, a line end or a blank within, coloured empty rows', says: [...TWO_NEW, '以下列没有导入：星期、备注。'] },
  { file: 'calc-again.xlsx', by: 'calc', shows: 'the same, opened and saved again', says: [...TWO_NEW, '以下列没有导入：星期、备注。'] },
  { file: 'xlsxwriter-people.xlsx', by: 'xlsxwriter', shows: 'a row for each person: several days in a cell, days from to, a lost nought, a name in two fonts, rest after the night', says: TWO_NEW },
  { file: 'gb18030.csv', by: 'hand', shows: 'csv in GB18030', says: TWO_NEW },
  {
    file: 'faults.xlsx', by: 'hand', shows: 'a day without a year, days that are none, people nobody knows, number and name of two people, cells that must be filled', says: [
      '新增 0，需改正 8', '2 值班日期 读不出是哪些日期。', '3 值班日期 读不出是哪些日期。', '4 姓名 没有“张三丰”这个人，或者不在您登记的党组织。', '5 警号 没有“029999”这个人，或者不在您登记的党组织。', '5 姓名 警号与姓名“看守甲”不是同一人。',
      '6 姓名 警号与姓名“看守乙”不是同一人。', '7 值班日期 此项必填。', '8 值班日期 读不出是哪些日期。', '9 姓名 此项必填。'],
  },
  { file: 'openpyxl-months.xlsx', by: 'openpyxl', shows: 'names by days in a sheet for each month: days by their numbers over weekdays, titles merged over both rows, sums, a legend below, coloured empty rows, a sheet of telephones', says: [
      '新增 8', '“9月”按“姓名 × 日期”的方格读取。', '“10月”按“姓名 × 日期”的方格读取。', '“9月”中“值”2 处、“白”1 处、“夜”1 处作值班，“休”3 处作下夜班休整登记；空格不登记。', '“9月”中“年休”1 处不是值班，没有登记；需要免计的，请到“请假登记”中导入。',
      '“10月”中“值”2 处、“△”1 处、“夜”1 处作值班，“休”3 处作下夜班休整登记；空格不登记。', '“10月”的图例写明“休”为“轮休”、“△”为“值班”、“夜”为“夜班”，按图例读取。', '以下列没有导入：合计。', '以下工作表没有读出日期和人员，没有导入：通讯录。'] },
  { file: 'xlsxwriter-week.xlsx', by: 'xlsxwriter', shows: 'posts by the days of a week: a leader merged over days, names with 、, a line end or a blank within, posts in brackets, telephones', says: ['新增 14', '“第37周”按“岗位 × 日期”的方格读取，格中的人均登记为当日值班。'] },
  { file: 'calc-week.xlsx', by: 'calc', shows: 'the same, opened and saved again', says: ['新增 14', '“第37周”按“岗位 × 日期”的方格读取，格中的人均登记为当日值班。'] },
  { file: 'openpyxl-posts.xlsx', by: 'openpyxl', shows: 'a row for each day with a column for each post, days by their numbers under a title that says the month', says: ['新增 5', '“11月”按一行一天读取，各列中的人均登记为当日值班。', '以下列没有导入：星期、备注。'] },
  { file: 'grid-gb18030.csv', by: 'hand', shows: 'names by days as csv in GB18030, days without their year', says: ['新增 3', '本表按“姓名 × 日期”的方格读取。', '本表中“√”2 处作值班，“下夜”1 处作下夜班休整登记；空格不登记。'] },
  { file: 'grid-faults.xlsx', by: 'openpyxl', shows: 'a mark nobody knows, an error of a formula, a name nobody bears, a day that the month lacks', says: [
      '新增 2，需改正 5', '11月!C3 “巡”没有确定含义。', '11月!E3 读不出是哪一天。', '11月!B4 没有“张三丰”这个人，或者不在您登记的党组织。', '11月!D4 没有“张三丰”这个人，或者不在您登记的党组织。', '11月!D5 “#REF!”没有确定含义。',
      '“11月”按“姓名 × 日期”的方格读取。', '“11月”中“值”5 处作值班，“休”1 处作下夜班休整登记；空格不登记。'] },
  { file: 'slipped.csv', by: 'hand', shows: 'two names with a comma between, without quotes', says: slipped(3, 3, 2) },
  { file: 'header-only.xlsx', by: 'hand', shows: 'a header alone', says: ['表头之下没有内容。请填写后再上传。'] },
  { file: 'header-none.xlsx', by: 'hand', shows: 'names alone', says: lacks('值班日期') },
];

const samples: Readonly<Record<Import, readonly Sample[]>> = {
  attendance, duties,
  // How a roster is read, test/table-corpus.test.ts tells; here stands what needs the branches that there are.
  roster: [{ file: 'homoglyph.xlsx', by: 'ours', shows: 'branches that only look like ours', says: ['新增 1，需改正 3', ...[3, 4, 5].map((it) => `${it} 所在党支部 系统中没有这个党支部，或者不在您的管理范围。`)] }],
  registers: [...habits({ doubled: '发生日期', cells: 6, lacks: ['党组织', '发生日期', '人员', '级别', '文号', '荣誉名称'], faults: [
    '2 发生日期 须为存在的日期。', '3 党组织 没有这个党组织，或者不由您登记。', '4 人员 “张三丰”2026-01-08 不在该党组织。',
    `5 级别 ${LEVELS}`, '6 发生日期 此项必填。', '7 发生日期 2027-01-09 还没有到（今天是 2026-11-17）。请填写今天或以前的日期。'] }),
    { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：证书。'] },
    {
      file: 'hostile.xlsx', by: 'hand', shows: `${HOSTILE}; a line end before one sign is within a name`, says: [
        '新增 3，需改正 9', ...[5, 6, 7].map((it) => `${it} 党组织 没有这个党组织，或者不由您登记。`), '7 发生日期 须为存在的日期。', '8 发生日期 须为存在的日期。',
        '9 人员 “看守癸😀”2026-03-02 不在该党组织。', `10 级别 ${LEVELS}`, '10 荣誉名称 不超过 500 个字。', '11 发生日期 须为存在的日期。', `11 级别 ${LEVELS}`, '12 发生日期 须为存在的日期。', '12 文号 请填写文号。', '13 发生日期 须为存在的日期。'],
    }],
  organisations: [...habits({ doubled: '组织全称', cells: 6, lacks: ['组织全称'], faults: [
    '2 成立日期 须为存在的日期。', `3 组织类别 ${CATEGORIES}`,
    '4 上级组织 系统和本表中都没有这个上级组织。', '5 组织全称 此项必填。', '6 上级组织 上级所在的第 7 行有误。', '7 上级组织 上级关系形成循环。', '8 组织编号 由 1 至 20 位数字、字母或短横组成。'] }),
    { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：照片。'] },
    {
      file: 'hostile.xlsx', by: 'hand', shows: HOSTILE, says: [
        '新增 3，需改正 12', '5 组织编号 由 1 至 20 位数字、字母或短横组成。', '6 上级组织 上级不在您的管理范围。', '7 上级组织 系统和本表中都没有这个上级组织。', '8 上级组织 系统和本表中都没有这个上级组织。', '9 组织全称 不超过 100 个字。',
        ...[10, 11, 12, 13, 14].map((it) => `${it} 成立日期 须为存在的日期。`), '15 组织全称 此项必填。', `15 组织类别 ${CATEGORIES}`, '16 成立日期 2027-01-01 还没有到（今天是 2026-11-17）。请填写今天或以前的日期。'],
    },
    {
      file: 'indented.xlsx', by: 'openpyxl', shows: 'levels by blanks before the names, no numbers, months of founding, a sum', says: [
        '新增 4，已登记 1', '第 5、6、7、8 行没有上级组织，按名称前的缩进认定。', '第 5 行成立日期只有年月，自该月首日起算。',
        '第 5、6、7、8 行没有组织编号，按上级的编号顺排（如 A01、A02），导入后可以修改。', '第 7 行没有成立日期，自本年首日起算，上级更晚的随上级。', '以下列没有导入：书记、党员人数。'],
    },
    {
      file: 'above-below.xlsx', by: 'openpyxl', shows: 'what is above merged over what is below', says: [
        '新增 3', '第 3、4、5 行没有组织类别，按名称认定（党支部、党总支、党小组……）。', '第 3、4、5 行没有组织编号，按上级的编号顺排（如 A01、A02），导入后可以修改。', '以下列没有导入：书记。'] },
  ],
  leave: [...habits({ doubled: '姓名', cells: 5, lacks: ['请假事由'], faults: [
    '2 开始日期 须为存在的日期。', '3 警号 没有这个编号，或者其 2026-03-02 不在您登记的党组织。', '4 姓名 该编号在系统中是“看守丁”。',
    `5 请假事由 ${REASONS}`, '6 结束日期 结束日期早于开始日期，请核对后重新填写。',
    '7 警号 没有这个编号，或者其 2026-03-02 不在您登记的党组织。', '8 请假事由 此项必填。', '8 开始日期 须为存在的日期。'] }),
    { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：请假条。'] },
    {
      file: 'hostile.xlsx', by: 'hand', shows: HOSTILE, says: [
        '新增 4，需改正 10', `6 请假事由 ${REASONS}`, '7 警号 没有这个编号，或者其 2026-03-02 不在您登记的党组织。', ...[8, 9].flatMap((it) => [`${it} 开始日期 须为存在的日期。`, `${it} 结束日期 须为存在的日期。`]), '10 姓名 该编号在系统中是“看守癸”。', `11 请假事由 ${REASONS}`,
        ...[12, 13].flatMap((it) => [`${it} 开始日期 须为存在的日期。`, `${it} 结束日期 须为存在的日期。`]), '14 警号 没有这个编号，或者其 2026-03-02 不在您登记的党组织。', `15 请假事由 ${REASONS}`],
    },
    {
      file: 'names-spells.xlsx', by: 'openpyxl', shows: 'names without numbers, both days in one cell, a name merged over two spells', says: [
        '新增 3，需改正 3', '6 起止时间 读不出是哪天到哪天。', '7 姓名 没有“看守某”这个人，或者其 2026-03-02 不在您登记的党组织。', `8 请假类别 ${REASONS}`,
        '以下列没有导入：单位、天数。'],
    },
    {
      file: 'legend.xlsx', by: 'openpyxl', shows: 'marks that a legend below explains, a wide letter among them, one of a leave that the scheme lacks, who made it', says: [
        '新增 3，需改正 1', `5 假别 ${REASONS}`, '表中的图例写明“△”为“病假”、“P”为“培训”、“◇”为“婚假”，按图例读取。'],
    },
    {
      file: 'quarters.xlsx', by: 'openpyxl', shows: 'a cover, a chart with a sheet of its own, a sheet for each quarter, an empty one, one that explains', says: [
        '新增 1', '只读取了工作表“一季度”；没有读取：“封面”（2 行）、“二季度”（3 行）。其中有要导入的，请另存为单独的文件再上传。'],
    },
  ],
  teams: [...habits({ doubled: '班组', cells: 7, lacks: ['党组织', '班组', '自何日起'], faults: [
    '2 倒班方式 只能是：三班两运转、四班三运转、上24休48。', '3 党组织 没有这个党组织，或者不由您登记班次。', '4 倒班方式 系统中没有这个班组，新建须填倒班方式和轮班首日。',
    '5 自何日起 须为存在的日期。', '5 轮班首日 系统中没有这个班组，新建须填倒班方式和轮班首日。', '6 警号 没有这个编号，或者其 2026-01-05 不在“看守所党支部”。'] }),
    { file: 'wps.xlsx', by: 'hand', shows: WPS, says: [...TWO_NEW, '以下列没有导入：照片。'] },
    {
      file: 'hostile.xlsx', by: 'hand', shows: HOSTILE, says: [
        '新增 3，需改正 9', ...[5, 6, 7].map((it) => `${it} 党组织 没有这个党组织，或者不由您登记班次。`), '8 班组 不超过 20 个字。', '9 自何日起 须为存在的日期。', '10 自何日起 须为存在的日期。',
        '11 警号 没有这个编号，或者其 2026-01-05 不在“看守所党支部”。', '12 自何日起 须为存在的日期。', '13 警号 没有这个编号，或者其 2026-01-05 不在“看守所党支部”。'],
    }],
};

/** Files of the registers that are entered for good in a test of their own. */
const ELSEWHERE = ['blank-rows.xlsx', 'calc.xlsx', 'dates-1904.xlsx', 'full-width.xlsx', 'hidden-sheets.xlsx', 'merged-titles.xlsx'];
const filesOf = (of: Import): string[] => readdirSync(`test/corpus/${of}`).filter((file) => of !== 'registers' || !ELSEWHERE.includes(file)).toSorted();

let bureau: TestBureau;
const told = new Map<string, string[]>();
beforeAll(async () => {
  bureau = await testBureau();
  const sent = new Map<string, () => Promise<string[]>>();
  for (const of of Object.keys(samples) as Import[]) for (const file of filesOf(of)) sent.set(`${of}/${file}`, await send(of, file));
  await runJobs(bureau);
  for (const [file, ask] of sent) told.set(file, await ask());
});
afterAll(() => bureau.drop());

const TABLES = { organisations: 'organisations', leave: 'leave', teams: 'shiftTeams', duties: 'dutyDates' } as const;

async function send(of: Import, fileName: string): Promise<() => Promise<string[]>> {
  const file = readFileSync(`test/corpus/${of}/${fileName}`);
  const as = bureau.as(of === 'organisations' || of === 'roster' ? 'fangmin' : 'jiping');
  switch (of) {
    case 'roster': {
      const { id } = await as.call(rosters.checkRoster, { fileName, from: '2026-11-01' }, { file });
      return async () => inWords(await as.call(rosters.readRosterImport, { import: id }));
    }
    case 'registers': {
      const { id } = await as.call(registers.checkRegisterTable, { register: 'honour', fileName }, { file });
      return async () => inWords(await as.call(registers.readRegisterImport, { import: id }));
    }
    case 'attendance': {
      const { id } = await as.call(grids.checkAttendanceTable, { fileName, activity: 'mondayStudy' }, { file });
      return async () => inWords(await as.call(grids.readAttendanceImport, { import: id }));
    }
    default: {
      const { id } = await as.call(tables.checkTable, { table: TABLES[of], fileName }, { file });
      return async () => inWords(await as.call(tables.readTableImport, { import: id }));
    }
  }
}

interface Checked {
  readonly check: { readonly refusal: { readonly words: Words } | null };
  readonly checked: { readonly created: number; readonly there?: number; readonly faulty: number; readonly problems: readonly SheetProblem[]; readonly notices: readonly Words[] } | null;
}
function inWords({ check, checked }: Checked): string[] {
  if (checked === null) return [check.refusal?.words.zh ?? 'nothing'];
  const { created, there = 0, faulty, problems, notices } = checked;
  return [[`新增 ${created}`, ...(there > 0 ? [`已登记 ${there}`] : []), ...(faulty > 0 ? [`需改正 ${faulty}`] : [])].join('，'),
    ...problems.map(({ row, column, rule }) => `${column.includes('!') ? column : `${row} ${column}`} ${rule.zh}`), ...notices.map(({ zh }) => zh)];
}

describe.each(Object.keys(samples) as Import[])('%s', (of) => {
  test.each(samples[of])('$file ($by): $shows', ({ file, says }) => {
    expect(told.get(`${of}/${file}`)).toEqual(says);
  });

  test('every file of the folder is told of', () => {
    expect(filesOf(of)).toEqual(samples[of].map(({ file }) => file).toSorted());
  });
});

test.each(refusedFiles)('$file ($by) is refused at once: $shows', async ({ file: name, is }) => {
  const file = readFileSync(`test/corpus/tables/${name}`);
  const refused = async (answer: Promise<Response>): Promise<string> => ((await (await answer).json()) as { name: string }).name;
  expect([
    await refused(bureau.as('jiping').request(registers.checkRegisterTable, { register: 'honour', fileName: name }, { file })),
    await refused(bureau.as('jiping').request(grids.checkAttendanceTable, { fileName: name, activity: 'mondayStudy' }, { file })),
    await refused(bureau.as('fangmin').request(tables.checkTable, { table: 'organisations', fileName: name }, { file })),
  ]).toEqual([is, is, is]);
});
