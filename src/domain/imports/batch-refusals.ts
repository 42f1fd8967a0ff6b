import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

/** What has been built on an import since; every count is of things that would be left without ground. */
export interface BuiltOn {
  /** Facts or particulars of it that were changed by hand. */
  readonly amended: number;
  /** Facts recorded later of people, organisations or teams that came in with it. */
  readonly later: number;
  readonly accounts: number;
}

const listed = ({ amended, later, accounts }: BuiltOn): { zh: string; en: string } => ({
  zh: [...(amended > 0 ? [`${amended} 项已由人修改`] : []), ...(later > 0 ? [`已有 ${later} 条后续登记`] : []), ...(accounts > 0 ? [`${accounts} 人已开设账号`] : [])].join('，'),
  en: [...(amended > 0 ? [`${amended} of its items were changed by hand`] : []), ...(later > 0 ? [`${later} later records stand on it`] : []), ...(accounts > 0 ? [`${accounts} of its people have accounts`] : [])].join(', '),
});

export const batchRefusals = {
  ImportTakenBack: {
    status: 409,
    say: ({ on, by }: { on: CivilDate; by: string | null }) => ({
      zh: `这批导入已于 ${on} 撤回${by === null ? '' : `（撤回人：${by}）`}。`,
      en: `This import was taken back on ${on}${by === null ? '' : ` by ${by}`}.`,
    }),
  },
  ImportBuiltOn: {
    status: 409,
    say: (builtOn: BuiltOn) => ({
      zh: `导入之后${listed(builtOn).zh}，不能整批撤回。请在各自的页面逐条更正，或者导入一份更正的表格。`,
      en: `Since this import ${listed(builtOn).en}, so it cannot be taken back whole. Correct what is wrong on its own page, or import a corrected table.`,
    }),
  },
  ImportMonthLocked: {
    status: 409,
    say: ({ window }: { window: string }) => ({
      zh: `导入之后 ${window} 已锁定，不能整批撤回。请逐条更正，或者请党务办先解锁。`,
      en: `${window} was locked after this import, so it cannot be taken back whole. Correct single items, or have the office reopen it first.`,
    }),
  },
  ImportMovesYou: {
    status: 422,
    say: () => ({
      zh: '这批导入涉及您本人的组织关系、职务或班组，须由另一位有权限的同志撤回。',
      en: 'This import concerns your own membership, posts or team; another person with the right must take it back.',
    }),
  },
} as const;

export const refuseBatch = refusing(batchRefusals);
