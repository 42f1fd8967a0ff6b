import { paths } from '#web/paths.ts';
import { aPerson, anybody, either, office, overseers } from '#web/shell/needs.ts';
import type { Page } from '#web/shell/page-table.ts';

/** The registers, and what they hold to be seen by everybody: brands and features. */
export const registerPages: readonly Page[] = [
  {
    path: paths.registers(), title: { zh: '登记簿', en: 'Registers' }, needs: either(aPerson, office, overseers),
    menu: { group: 'branch', icon: 'BookOutlined' },
    load: async () => (await import('#web/registers/RegistersPage.tsx')).RegistersPage,
  },
  {
    path: paths.registerImport('$register'), title: { zh: '导入登记簿', en: 'Import into a register' }, needs: anybody,
    load: async () => (await import('#web/registers/RegisterImportPage.tsx')).RegisterImportPage,
  },
  {
    path: paths.registerEntry('$entry'), title: { zh: '登记内容', en: 'Entry' }, needs: anybody,
    load: async () => (await import('#web/registers/EntryPage.tsx')).EntryPage,
  },
  {
    path: paths.brands(), title: { zh: '品牌与工作法', en: 'Brands and methods' }, needs: either(aPerson, office, overseers),
    menu: { group: 'education', icon: 'StarOutlined' },
    load: async () => (await import('#web/registers/BrandsPage.tsx')).BrandsPage,
  },
  {
    path: paths.brandBooklet(), title: { zh: '品牌与工作法汇编', en: 'Booklet of brands' }, needs: anybody,
    load: async () => (await import('#web/registers/BrandBookletPage.tsx')).BrandBookletPage,
  },
  {
    path: paths.features(), title: { zh: '专题报道', en: 'Features' }, needs: either(aPerson, office, overseers),
    menu: { group: 'education', icon: 'IdcardOutlined' },
    load: async () => (await import('#web/registers/FeaturesPage.tsx')).FeaturesPage,
  },
];
