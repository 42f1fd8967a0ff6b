import type { ComponentType, FunctionComponent } from 'react';
import type { Words } from '#domain/words/words.ts';
import type { Needs } from './needs.ts';
import type { MenuIconName } from './MenuIcons.tsx';

/** Groups of the menu, in the order in which they stand. */
export const menuGroups = {
  desk: { zh: '工作台', en: 'Desk' },
  branch: { zh: '支部', en: 'Branch' },
  education: { zh: '教育与品牌', en: 'Education and brands' },
  members: { zh: '党员积分与评价', en: "Members' points" },
  assessment: { zh: '支部考核', en: 'Assessment of branches' },
  office: { zh: '党务办', en: 'Party office' },
  setting: { zh: '方案与数据', en: 'Scheme and data' },
  administration: { zh: '管理', en: 'Administration' },
} as const satisfies Record<string, Words>;

export type MenuGroup = keyof typeof menuGroups;

/** One page: its address, whom it is offered to, where it stands in the menu, and how it is fetched when opened. */
export interface Page {
  readonly path: string;
  readonly title: Words;
  readonly needs: Needs;
  /** Left out: reached from another page, in no menu. */
  readonly menu?: { readonly group: MenuGroup; readonly icon: MenuIconName };
  /** One of the three places at the bottom of a phone. */
  readonly bottom?: { readonly label: Words; readonly icon: ComponentType };
  readonly load: () => Promise<FunctionComponent>;
}
