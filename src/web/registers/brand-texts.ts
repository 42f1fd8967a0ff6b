import type { BranchBrands } from '#domain/registers/showcase-contract.ts';
import { defineTexts } from '#web/shell/language.tsx';

/** Words that the page of brands and its booklet share. */
export const brandTexts = defineTexts({
  zh: { title: '品牌与工作法', booklet: '打印汇编', bureau: '全局主品牌', brand: '支部品牌', method: '支部工作法' },
  en: { title: 'Brands and methods', booklet: 'Print the booklet', bureau: "The bureau's brand", brand: 'Brand', method: 'Method' },
});

/** Branches of which nothing of the kind is confirmed. */
export const lacking = (branches: readonly BranchBrands[], kind: 'brand' | 'method'): readonly BranchBrands[] => branches.filter((it) => it[kind].shown.length === 0);
