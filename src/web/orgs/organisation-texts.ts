import { defineTexts } from '#web/shell/language.tsx';

/** Words that several pages and forms of the room share. */
export const organisationTexts = defineTexts({
  zh: {
    title: '组织机构', counted: (count: number) => `共 ${count} 个组织`, name: '名称', fullName: '全称', shortName: '简称', number: '编号', category: '类别', members: '党员', people: '人员', secretary: '书记',
    founded: '成立日期', dissolved: '撤销日期', inclusion: '启用日期', fromAbove: (name: string) => `（随${name}）`, parent: '上级组织', day: '截至日期', needed: '请填写', choose: '请选择',
  },
  en: {
    title: 'Organisations', counted: (count) => (count === 1 ? '1 organisation' : `${count} organisations`), name: 'Name', fullName: 'Full name', shortName: 'Short name', number: 'Number', category: 'Category', members: 'Members', people: 'People', secretary: 'Secretary',
    founded: 'Founded', dissolved: 'Dissolved', inclusion: 'Reckoned with from', fromAbove: (name) => ` (as ${name})`, parent: 'Under', day: 'As of', needed: 'Fill this in', choose: 'Choose',
  },
});
