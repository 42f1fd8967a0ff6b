/**
 * All pages of the product. A room adds one in three lines:
 * 1. `paths.ts`: its address,       session: (session: string) => `/sessions/${session}`,
 * 2. here, one entry:               { path: paths.session('$session'), title: { zh: '会议', en: 'Session' }, needs: anybody,
 *                                     load: async () => (await import('#web/activities/SessionPage.tsx')).SessionPage },
 * 3. the component, a named export without properties; `useField('session')` of `#web/shell/address.ts` reads the address.
 * With `menu` it stands in the menu (of a phone: under 我的), with `bottom` at the foot of a phone.
 */
import { CheckSquareOutlined, UserOutlined } from '@ant-design/icons';
import { paths } from './paths.ts';
import { anybody } from './shell/needs.ts';
import type { Page } from './shell/page-table.ts';

export const pages: readonly Page[] = [
  {
    path: paths.desk(), title: { zh: '待办', en: 'To do' }, needs: anybody,
    menu: { group: 'desk', icon: CheckSquareOutlined },
    bottom: { label: { zh: '待办', en: 'To do' }, icon: CheckSquareOutlined },
    load: async () => (await import('#web/boards/MyDeskPage.tsx')).MyDeskPage,
  },
  {
    path: paths.mine(), title: { zh: '我的', en: 'Me' }, needs: anybody,
    bottom: { label: { zh: '我的', en: 'Me' }, icon: UserOutlined },
    load: async () => (await import('#web/shell/MinePage.tsx')).MinePage,
  },
  {
    path: paths.password(), title: { zh: '修改密码', en: 'Change the password' }, needs: anybody,
    load: async () => (await import('#web/access/ChangePasswordPage.tsx')).ChangePasswordPage,
  },
];
