import type { ImportTable } from '#domain/imports/table-contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts } from '#web/shell/language.tsx';

/** What each table is called, and what to know before one sends it. */
export const tableTexts = defineTexts({
  zh: {
    organisations: {
      title: '导入组织机构', back: '返回组织机构', hint: '手头的组织一览表可以直接上传：上级和下级两列的、用缩进表示层级的都认得，各行先后不限，党小组也在本表中。没有编号、类别、成立日期的，系统按顺序、名称和本年首日补上，检查结果中写明，看过再导入。',
      done: (count: number) => `已建立 ${count} 个组织，自成立日期起列入组织机构。`, unit: (count: number) => `${count} 个组织`,
    },
    leave: {
      title: '导入请假和勤务', back: '返回请假登记', hint: '每次请假一行：警号或姓名、请假事由、起止日期（一列“2026-07-01至07-10”或两列都可以）。全封闭执勤也在本表中登记，事由写“全封闭执勤”。值班由班组自动得出，不必登记。',
      done: (count: number) => `已登记 ${count} 条，期间的集中学习和会议随之免计或列为应补。`, unit: (count: number) => `${count} 条`,
    },
    shiftTeams: {
      title: '导入班组', back: '返回班组', hint: '每人一行：党组织、班组、警号、自何日起。系统中没有的班组，在其中一行填写倒班方式和轮班首日即可建立；值班日期由此自动得出。',
      done: (count: number) => `已导入 ${count} 行，班次自各行日期起计。`, unit: (count: number) => `${count} 行`,
    },
    dutyDates: {
      title: '导入值班日期', back: '返回班组与值班', hint: '没有固定倒班方式的，手头的值班表可以直接上传：姓名 × 日期的方格（格中写值、班、白、夜、休），岗位 × 日期的周表（格中写人），一行一天、各岗位一列的，一人一行写几天的（2026-11-03、10、17）都认得；一月一张工作表的，表名或标题写明年月。各种写法作何登记，检查结果中写明，看过再导入。',
      done: (count: number) => `已导入 ${count} 条，当日的集中学习和会议随之免计；在“请假登记”中可逐条查看和撤回。`, unit: (count: number) => `${count} 条`,
    },
  },
  en: {
    organisations: {
      title: 'Import organisations', back: 'Back to the organisations', hint: 'The list at hand will do: with a column of what is above, or with names indented by level; rows in any order, Party groups among them. Numbers, categories and founding days that it lacks are added in turn, by name and from the first day of this year; the check says so before anything is imported.',
      done: (count) => `${count} organisations founded; each is part of the tree from its founding day.`, unit: (count) => `${count} organisations`,
    },
    leave: {
      title: 'Import leave and duty', back: 'Back to the leave register', hint: 'One row for each leave: number or name, reason, and the days, in one column (2026-07-01至07-10) or two. Closed duty stands in the same table, with 全封闭执勤 as its reason. Duty follows from the shift teams and is not entered.',
      done: (count) => `${count} entries recorded; studies and meetings in that time are excused, or listed as to be made up.`, unit: (count) => `${count} entries`,
    },
    shiftTeams: {
      title: 'Import shift teams', back: 'Back to the shift teams', hint: 'One row for each person: organisation, team, number, from which day. A team that does not exist yet is made when one of its rows states the cycle and the first day; days on duty follow from that.',
      done: (count) => `${count} rows imported; shifts count from the day of each row.`, unit: (count) => `${count} rows`,
    },
    dutyDates: {
      title: 'Import days on duty', back: 'Back to the shift teams', hint: 'Where no cycle runs, the rota at hand will do: names by days with 值 班 白 夜 休 in the cells, posts by the days of a week with names in the cells, a row for each day with a column for each post, or a row for each person with several days (2026-11-03, 10, 17). Where each month has a sheet, its name or title says year and month. The check says what every mark was taken for before anything is imported.',
      done: (count) => `${count} lines imported; studies and meetings on those days are excused. Single days are seen and withdrawn in the leave register.`, unit: (count) => `${count} lines`,
    },
  },
});

export const tableHomes: Readonly<Record<ImportTable, string>> = { organisations: paths.organisations(), leave: paths.leaves(), shiftTeams: paths.rota(), dutyDates: paths.rota() };
