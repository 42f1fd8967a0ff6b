import { refusing } from '#domain/contracts/refusal.ts';

export const spotCheckRefusals = {
  DrawStands: {
    status: 409,
    say: ({ window }: { window: string }) => ({ zh: `${window} 的抽取名单已经公布，不能再公布一份；名单有误的，先作废再重新公布。`, en: `A list for ${window} has been published. If it is wrong, void it and publish anew.` }),
  },
  NothingToDraw: {
    status: 422,
    say: () => ({ zh: '没有可抽查的支部，或者本年度没有启用含考核项目的考核方案，请先核对组织机构和考核方案。', en: 'There is no branch to check, or no scheme with items is in force this year. Look at the organisations and the scheme.' }),
  },
  ListChanged: {
    status: 409,
    say: () => ({ zh: '名单公布后支部、分组或考核项目有变动，公布的名单已不准确。请作废本次抽取，重新公布名单后再办理。', en: 'Branches, strata or items have changed since the list was published. Void this draw and publish the list anew.' }),
  },
  DrawOver: {
    status: 409,
    say: () => ({ zh: '本次抽取已经完成或作废，不能再办理。', en: 'This draw is over: branches have been drawn, or it was voided.' }),
  },
  WordTwice: {
    status: 409,
    say: () => ({ zh: '您已经输入过一个词，请由另一人输入。同一人换用别的账号也算同一人。', en: 'You have typed your word. Somebody else types the next one; another account of yours is still you.' }),
  },
  WordNeedsPerson: {
    status: 403,
    say: () => ({ zh: '此账号没有对应的人员，不能输入词语。请用本人账号办理。', en: 'Nobody stands behind this account, so it cannot type a word. Use an account of a person.' }),
  },
  WordsMissing: {
    status: 409,
    say: ({ least, typed }: { least: number; typed: number }) => ({ zh: `至少要有 ${least} 人各输入一个词，目前 ${typed} 人。请再请一人输入后抽取。`, en: `At least ${least} people type a word each; ${typed} have. Ask one more, then draw.` }),
  },
} as const;

export const refuseSpotCheck = refusing(spotCheckRefusals);
