import type { DrawStage } from '#domain/spot-checks/draw-contract.ts';
import type { Stratum } from '#domain/spot-checks/draw-rule.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

export const drawStatus: Readonly<Record<DrawStage, Status>> = { published: 'listPublished', drawn: 'drawn', void: 'voided' };

const strataZh: Readonly<Record<Stratum, string>> = { shift: '轮班单位', office: '机关科室' };
const strataEn: Readonly<Record<Stratum, string>> = { shift: 'on shifts', office: 'in office hours' };

export const drawTexts = defineTexts({
  zh: {
    title: '季抽查', quarter: '季度', branch: '支部', number: '编号', stratum: '分组', last: '上次抽到', never: '尚未抽到', state: '状态', committee: '组织抽查', because: '抽取方式',
    quarterOf: (window: string) => `${window.slice(0, 4)}年第${['一', '二', '三', '四'][Number(window.slice(6)) - 1] ?? ''}季度`,
    stratumOf: (stratum: Stratum): string => strataZh[stratum], becauseOf: (because: 'waited' | 'lot'): string => (because === 'waited' ? '多个季度未抽到，优先抽取' : '随机抽取'),
    reach: (stratum: Stratum, count: number, taken: number, all: number, inAll: number) => `${strataZh[stratum]} ${count} 个，本次抽 ${taken} 个；连续 ${all} 个季度最多可抽 ${inAll} 次。`,
    short: (all: number) => `照此比例，连续 ${all} 个季度不能保证每个支部至少抽到一次，请提高比例。`, published: '公布抽取名单',
  },
  en: {
    title: 'Spot checks', quarter: 'Quarter', branch: 'Branch', number: 'No.', stratum: 'Stratum', last: 'Drawn last', never: 'never', state: 'State', committee: 'Checked by', because: 'Drawn',
    quarterOf: (window) => `Q${window.slice(6)} ${window.slice(0, 4)}`,
    stratumOf: (stratum) => strataEn[stratum], becauseOf: (because) => (because === 'waited' ? 'first, because it was not drawn for several quarters' : 'by lot'),
    reach: (stratum, count, taken, all, inAll) => `${count} branches ${strataEn[stratum]}, ${taken} drawn now; at most ${inAll} in ${all} quarters running.`,
    short: (all) => `With this share not every branch comes up at least once in ${all} quarters running. Choose a larger one.`, published: 'Publish the list',
  },
});
