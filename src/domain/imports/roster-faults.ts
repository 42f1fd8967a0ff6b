import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { MembershipState } from '#domain/people/membership.ts';
import { holdsAlready } from './roster-moves.ts';
import { type KnownBranch, type KnownPerson, type Particulars, type RosterGround, type WholeFile } from './roster-ground.ts';
import { rowName, type Fault, type RosterRow } from './roster-row.ts';

const HERE = { zh: '请核对后改正。', en: 'Check and correct it.' };

/** The number is the key: it must be this person's, and a person whom the importer may change. */
export function personFaults(row: RosterRow, known: KnownPerson | undefined): Fault[] {
  if (!known || known.isFree) return [];
  if (!known.inScope) {
    return [{
      key: 'number', rule: { zh: '该编号的人员在您的管理范围之外。', en: 'The person of this number is outside your organisations.' },
      suggestion: { zh: '请核对编号；确需转入的，请上级党组织办理组织关系转接。', en: 'Check the number; for a transfer ask the committee above.' },
    }];
  }
  if (known.name === row.name) return [];
  return [{
    key: 'name', rule: { zh: `该编号在系统中是“${known.name}”。`, en: `In the system this number belongs to "${known.name}".` },
    suggestion: { zh: '请核对姓名和编号是否错行；确已改名的，请先在其人员页面修改。', en: 'See whether names and numbers slipped a row; if the name was changed, change it on their page first.' },
  }];
}

/** Nobody changes where he himself belongs, his posts or his team, by a file as little as by hand. */
export const OWN_ROW: Fault = {
  key: 'number', rule: { zh: '这一行改变您本人的组织关系、党内职务或班组。', en: 'This row changes your own membership, posts or team.' },
  suggestion: { zh: '本人的变动须由另一人办理：请把这一行改为与系统一致，或者由其他有权限的人员导入。', en: 'Another person does that: make the row say what the system says, or let somebody else with the right import it.' },
};

/** A number that a spreadsheet kept as a figure has lost the noughts in front. */
export function shortenedFaults(row: RosterRow, namesakes: readonly string[]): Fault[] {
  const whole = namesakes.find((it) => it !== row.number && it.startsWith('0') && it.replace(/^0+/, '') === row.number);
  if (whole === undefined) return [];
  return [{
    key: 'number', rule: { zh: `系统中该支部“${row.name}”的编号是“${whole}”。`, en: `In the system the number of "${row.name}" of this branch is "${whole}".` },
    suggestion: { zh: '编号前面的 0 可能被表格去掉了，请把此列设为文本后补上。', en: 'A spreadsheet may have dropped the noughts in front: make the column a text and put them back.' },
  }];
}

/** What only the whole file shows: a number twice, two secretaries of one branch. */
export function crossFaults(row: RosterRow, branch: KnownBranch | undefined, ground: RosterGround, file: WholeFile): Fault[] {
  const first = file.byNumber.get(row.number);
  const faults: Fault[] = [];
  if (first && first !== row) {
    faults.push({ key: 'number', rule: { zh: `与${rowName(first).zh}的编号重复。`, en: `The same number stands in ${rowName(first).en}.` }, suggestion: { zh: '每人一行，请删去多余的行或改正编号。', en: 'One row for each person: remove one or correct the number.' } });
  }
  if (!branch || !row.posts?.includes('secretary')) return faults;
  const other = file.secretaryRows.get(branch.id);
  if (other && other !== row) {
    faults.push({ key: 'post', rule: { zh: `${rowName(other).zh}已是该支部书记。`, en: `The secretary of this branch stands in ${rowName(other).en} already.` }, suggestion: HERE });
  }
  const holder = ground.secretaries.get(branch.id);
  if (holder && holder.number !== row.number && !givesUp(file.byNumber.get(holder.number), branch, ground)) {
    faults.push({
      key: 'post', rule: { zh: `该支部书记现为“${holder.name}”。`, en: `The secretary of this branch is "${holder.name}".` },
      suggestion: { zh: '请在文件中写明其新的职务，或者先在人员页面免去其书记职务。', en: 'State the new post of that person in the file, or end it on their page first.' },
    });
  }
  return faults;
}

/** Whether a row of the file takes the secretary out of the post: another branch, or other posts. */
const givesUp = (row: RosterRow | undefined, branch: KnownBranch, ground: RosterGround): boolean =>
  row !== undefined && (ground.branchCalled(row.branch)?.id !== branch.id || (row.posts !== null && !row.posts.includes('secretary')));

/** Branch and group exist, posts suit the stage, and no newer record says otherwise. */
export function placeFaults(row: RosterRow, branch: KnownBranch | undefined, group: string | null | undefined, placed: MembershipState | null, known: KnownPerson | undefined): Fault[] {
  if (!branch) {
    return [{
      key: 'branch', rule: { zh: '系统中没有这个党支部，或者不在您的管理范围。', en: 'There is no such branch, or it is outside your organisations.' },
      suggestion: { zh: '请按“组织机构”中的全称或简称填写；新支部请先建立。', en: 'Write the full or short name as the tree of organisations has it; found a new branch first.' },
    }];
  }
  if (group === undefined) {
    return [{
      key: 'group', rule: { zh: `“${branch.name}”没有这个党小组。`, en: `"${branch.name}" has no such group.` },
      suggestion: { zh: '请按“组织机构”中的名称填写，新党小组请先建立；不分小组的留空。', en: 'Write the name as the tree of organisations has it, found a new group first; leave it empty where there are none.' },
    }];
  }
  return [...postFaults(row, placed), ...laterFaults(known, placed)];
}

function postFaults(row: RosterRow, placed: MembershipState | null): Fault[] {
  const faults: Fault[] = [];
  if ((row.posts ?? []).length > 0 && row.stage !== 'full') {
    faults.push({ key: 'post', rule: { zh: '担任党内职务的须为正式党员。', en: 'A post needs a full member.' }, suggestion: HERE });
  }
  if (row.posts?.includes('groupLeader') && !placed?.group) {
    faults.push({ key: 'group', rule: { zh: '党小组长须填所在党小组。', en: 'A group leader needs a group.' }, suggestion: { zh: '请补填党小组。', en: 'Fill in the group.' } });
  }
  return faults;
}

function laterFaults(known: KnownPerson | undefined, placed: MembershipState | null): Fault[] {
  const newest = known?.spells.at(-1);
  if (!newest || !placed || newest.state.from <= placed.from || holdsAlready(known?.spells ?? [], placed)) return [];
  return [{
    key: 'branch', rule: { zh: `该人员自 ${newest.state.from} 起已有新的组织关系，晚于这份花名册的生效日期。`, en: `A newer membership begins on ${newest.state.from}, after the day of this roster.` },
    suggestion: { zh: '请更新花名册，或者改用更晚的生效日期。', en: 'Update the roster, or let it hold from a later day.' },
  }];
}

/** Days in their order, none in the future, and no full membership for a probationary member. */
export function particularFaults(row: RosterRow, { birthDate, details }: Particulars, today: CivilDate): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['birthDate', 'joinedParty', 'becameFull'] as const) {
    if ((row[key] ?? '') > today) faults.push({ key, rule: { zh: `日期不能晚于今天（${today}）。`, en: `The day cannot lie after today (${today}).` }, suggestion: HERE });
  }
  const { joinedParty, becameFull } = details;
  if (birthDate && joinedParty && joinedParty < birthDate) {
    faults.push({ key: 'joinedParty', rule: { zh: '加入党组织日期早于出生日期。', en: 'The day of joining lies before the birth.' }, suggestion: HERE });
  }
  if (joinedParty && becameFull && becameFull < joinedParty) {
    faults.push({ key: 'becameFull', rule: { zh: '转为正式党员日期早于加入党组织日期。', en: 'Full membership begins before joining.' }, suggestion: HERE });
  }
  if (row.becameFull && row.stage === 'probationary') {
    faults.push({ key: 'becameFull', rule: { zh: '预备党员没有转为正式党员日期。', en: 'A probationary member has not become a full one.' }, suggestion: { zh: '请清空此格，或者把人员类别改为“正式党员”。', en: 'Empty the cell, or make the stage 正式党员.' } });
  }
  return faults;
}
