import { defineTexts } from '#web/shell/language.tsx';

/** Words that several pages and forms of the room share. */
export const personTexts = defineTexts({
  zh: {
    name: '姓名', number: '警号/内部编号', branch: '党支部', group: '党小组', stage: '人员类别', staffKind: '人员身份', posts: '党内职务', gender: '性别', birthDate: '出生日期',
    ethnicity: '民族', education: '学历', position: '工作岗位', phone: '联系电话', joinedParty: '加入党组织日期', becameFull: '转为正式党员日期',
    from: '自何日起', to: '最后一日', none: '无', days: (from: string, to: string | null) => (to === null ? `${from} 至今` : `${from} 至 ${to}`), needed: '请填写', choose: '请选择', join: '、', save: '保存', noGroup: '不分小组',
  },
  en: {
    name: 'Name', number: 'Police or internal number', branch: 'Branch', group: 'Group', stage: 'Stage', staffKind: 'Kind of staff', posts: 'Posts in the Party', gender: 'Gender', birthDate: 'Born',
    ethnicity: 'Ethnicity', education: 'Education', position: 'Position', phone: 'Phone', joinedParty: 'Joined the Party', becameFull: 'Full member since',
    from: 'From', to: 'Last day', none: 'None', days: (from, to) => `${from} to ${to ?? 'now'}`, needed: 'Fill this in', choose: 'Choose', join: ', ', save: 'Save', noGroup: 'No group',
  },
});
