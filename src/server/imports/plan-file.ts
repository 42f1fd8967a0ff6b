import { setImmediate } from 'node:timers/promises';
import type { RosterCheck } from '#domain/imports/contract.ts';
import { shortenedAmong } from '#domain/imports/lost-noughts.ts';
import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import type { RosterGround } from '#domain/imports/roster-ground.ts';
import { planRoster, type RowPlan } from '#domain/imports/roster-plan.ts';
import { problemOf, rowName, type Fault, type RosterDay } from '#domain/imports/roster-row.ts';
import type { LinePlace } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import type { RosterFile } from './read-roster.ts';

/** The plan of a whole file, with the rows that could not even be read. */
export interface FilePlan {
  readonly plans: readonly RowPlan[];
  /** By the row's number in the file. */
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
}

const BATCH = 200;

/** Plans row by row; other requests are answered in between. */
export async function planFile(file: RosterFile, ground: RosterGround, onBatch: (done: number) => Promise<void>): Promise<FilePlan> {
  const plans: RowPlan[] = [];
  const faults = new Map(file.faults);
  let done = 0;
  for (const plan of planRoster(file.rows, ground)) {
    if (plan.outcome === 'faulty') faults.set(plan.row.row, plan.faults);
    else plans.push(plan);
    done += 1;
    if (done % BATCH === 0) {
      await setImmediate();
      await onBatch(done);
    }
  }
  return { plans, faults };
}

/** Faulty rows whose problems the page shows; all of them are in the file of faulty rows. */
const PROBLEMS_SHOWN = 200;

/** The result of a check, as the page shows it. */
export function checkOf(file: RosterFile, plan: FilePlan): RosterCheck {
  const count = (outcome: RowPlan['outcome']): number => plan.plans.filter((it) => it.outcome === outcome).length;
  return {
    rows: file.lines.length, created: count('created'), changed: count('changed'), unchanged: count('unchanged'), faulty: plan.faults.size,
    problems: problemsOf(file, plan), notices: noticesOf(file, plan),
  };
}

/** The first problems in the order of the file. */
function problemsOf(file: RosterFile, plan: FilePlan): SheetProblem[] {
  const faulty = file.lines.filter(({ row }) => plan.faults.has(row)).slice(0, PROBLEMS_SHOWN);
  return faulty.flatMap(({ row, cells }) => (plan.faults.get(row) ?? []).map((fault) => placed(problemOf(file.header, row, cells, fault), file.places.get(row))));
}

/** In a roster of several sheets, with the sheet and its own row. */
const placed = (problem: SheetProblem, place: LinePlace | undefined): SheetProblem =>
  (place === undefined ? problem : { ...problem, row: place.row, column: `${place.sheet}：${problem.column}` });

const NAMED_MOST = 10;

/** Rows that may be people who are there already under another number; whether they are is for a person to decide. */
function likenesses(plans: readonly RowPlan[]): Words[] {
  const alike = plans.flatMap(({ alike: it, row }) => (it === null ? [] : [{ it, row }]));
  const shown = alike.slice(0, NAMED_MOST);
  const more = alike.length - shown.length;
  if (alike.length === 0) return [];
  return [{
    zh: `可能重复，请核对（姓名和党支部相同、编号不同；不会自动合并，确为两人的照常导入）：${shown.map(({ it, row }) => `${rowName(row).zh}“${row.name}”与${'row' in it ? rowName(it).zh : `系统中编号 ${it.number} 的人员`}`).join('；')}${more > 0 ? `；另有 ${more} 行` : ''}。`,
    en: `Possibly the same people (same name and branch, another number; nobody is merged, import them if they are two): ${shown.map(({ it, row }) => `${rowName(row).en} and ${'row' in it ? rowName(it).en : `number ${it.number} in the system`}`).join('; ')}${more > 0 ? `; ${more} more rows` : ''}.`,
  }];
}

/** A number becomes the user name: what a spreadsheet dropped must be put back before, not after. */
function lostNoughts(plans: readonly RowPlan[]): Words[] {
  const short = shortenedAmong(plans.map(({ row }) => row.number)).flatMap((at) => plans[at] ?? []).filter(({ outcome }) => outcome === 'created');
  const shown = short.slice(0, NAMED_MOST);
  const more = short.length - shown.length;
  if (short.length === 0) return [];
  return [{
    zh: `${short.length} 人的警号比其他以 0 开头的少位，开头的 0 可能被表格去掉了：${shown.map(({ row }) => `第 ${row.row} 行“${row.number}”`).join('、')}${more > 0 ? `；另有 ${more} 行` : ''}。警号就是用户名，请先把此列设为文本、补上 0 再上传；原本如此的照常导入。`,
    en: `The numbers of ${short.length} people are shorter than others that begin with 0; a spreadsheet may have dropped the noughts in front: ${shown.map(({ row }) => `row ${row.row} “${row.number}”`).join(', ')}${more > 0 ? `; ${more} more rows` : ''}. The number becomes the user name: make the column a text, put the noughts back and send the file again; where they are right, import them.`,
  }];
}

const DAY_TITLES: Readonly<Record<RosterDay, Words>> = {
  birthDate: { zh: '出生日期', en: 'the day of birth' }, joinedParty: { zh: '入党日期', en: 'the day of joining the Party' }, becameFull: { zh: '转正日期', en: 'the day of full membership' },
};

/** What was read otherwise than it stands: nobody is left to find that out from the result. */
function readings(plans: readonly RowPlan[]): Words[] {
  const months = (Object.keys(DAY_TITLES) as RosterDay[]).map((key) => ({ ...DAY_TITLES[key], rows: plans.filter(({ row }) => row.monthsAlone.includes(key)).length })).filter(({ rows }) => rows > 0);
  const offices = plans.filter(({ row }) => row.postsAmongOffices).length;
  return [
    ...(months.length > 0 ? [{
      zh: `只写了年月、没有写日的，不登记日期，也不推算：${months.map(({ zh, rows }) => `${zh} ${rows} 人`).join('，')}。政治生日等按日期提醒的，须补上日再导入一次，或在人员页面补填。`,
      en: `Where only year and month are written, no day is kept and none is made up: ${months.map(({ en, rows }) => `${en} of ${rows} people`).join(', ')}. For reminders by day, such as the day of joining, write the day and import again, or fill it in on the person's page.`,
    }] : []),
    ...(offices > 0 ? [{
      zh: `${offices} 人的党内职务由“职务”一列读出（如“党支部书记、所长”中的书记）；没有读出的不改动。`,
      en: `The posts of ${offices} people were read from the column 职务 (such as the secretary in “党支部书记、所长”); where none was read, nothing changes.`,
    }] : []),
  ];
}

function noticesOf({ header, notices }: RosterFile, { plans }: FilePlan): Words[] {
  const teams = plans.filter((it) => it.teamUnknown).length;
  const moved = plans.filter((it) => it.outcome === 'changed' && it.moves.begin.some((move) => move.kind === 'membership')).length;
  const posts = plans.flatMap((it) => [...it.moves.change, ...it.moves.withdraw]).filter((it) => it.kind === 'post').length;
  return [
    ...notices,
    ...(header.hasIdNumber ? [{ zh: '公民身份号码没有导入：系统以警号（内部编号）对应人员，不保存身份号码。', en: 'ID numbers were not taken over: people are known by their police number, ID numbers are not kept.' }] : []),
    ...(header.others.length > 0 ? [{ zh: `以下列没有导入：${header.others.join('、')}。`, en: `These columns were not taken over: ${header.others.join(', ')}.` }] : []),
    ...readings(plans),
    ...(moved > 0 ? [{ zh: `${moved} 人的组织关系、党小组、人员类别或身份将变动。`, en: `${moved} people change branch, group, stage or kind of staff.` }] : []),
    ...(posts > 0 ? [{ zh: `${posts} 项党内职务将免去，文件中没有再列。`, en: `${posts} posts will end, because the file does not list them any more.` }] : []),
    ...lostNoughts(plans),
    ...likenesses(plans),
    ...(teams > 0 ? [{ zh: `${teams} 人所填的班组尚未建立，班组没有登记；建立后再导入一次即可。`, en: `${teams} people name a shift team that has not been set up; set it up and import once more.` }] : []),
  ];
}
