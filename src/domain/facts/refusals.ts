import { refusing } from '#domain/contracts/refusal.ts';

export const factRefusals = {
  FactChanged: {
    status: 409,
    say: ({ read, current }: { read: number; current: number }) => ({
      zh: `您打开后，这条记录已被他人修改（您看到的是第 ${read} 版，现为第 ${current} 版）。请查看最新内容后再改，您填写的内容仍保留在页面上。`,
      en: `This record was changed by somebody else after you opened it (you read version ${read}, it is now version ${current}). Look at the latest version, then change it; what you typed is kept.`,
    }),
  },
  FactWithdrawn: {
    status: 409,
    say: () => ({ zh: '这条记录已撤回，不能再修改。需要时请重新登记。', en: 'This record has been withdrawn and cannot be changed. Record it anew if needed.' }),
  },
  FactStands: {
    status: 409,
    say: () => ({ zh: '这条记录没有撤回，或已由他人恢复，无需恢复。请刷新查看。', en: 'This record is not withdrawn, or somebody restored it before you. Look again; nothing is left to restore.' }),
  },
} as const;

export const refuseFact = refusing(factRefusals);
