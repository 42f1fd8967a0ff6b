import { defineTexts } from '#web/shell/language.tsx';

/** Words that several pages about accounts use. */
export const accessTexts = defineTexts({
  zh: {
    userName: '用户名', person: '人员', number: '警号', branch: '党支部', state: '状态', roles: '职责', nobody: '无对应人员', choose: '请选择', cancel: '取消',
    from: '起始日期', to: '终止日期', days: (from: string, to: string | null) => (to === null ? `${from} 起` : `${from} 至 ${to}`), join: '、',
  },
  en: {
    userName: 'User name', person: 'Person', number: 'Number', branch: 'Branch', state: 'State', roles: 'Roles', nobody: 'No person behind it', choose: 'Choose one', cancel: 'Cancel',
    from: 'First day', to: 'Last day', days: (from, to) => (to === null ? `from ${from}` : `${from} to ${to}`), join: ', ',
  },
});
