/**
 * All pages of the product. A room adds one in three lines:
 * 1. `paths.ts`: its address,       session: (session: string) => `/sessions/${session}`,
 * 2. here, one entry:               { path: paths.session('$session'), title: { zh: '会议', en: 'Session' }, needs: anybody,
 *                                     load: async () => (await import('#web/activities/SessionPage.tsx')).SessionPage },
 * 3. the component, a named export without properties; `useField('session')` of `#web/shell/address.ts` reads the address.
 * With `menu` it stands in the menu (of a phone: under 我的), with `bottom` at the foot of a phone.
 */
import { CheckSquareOutlined, OrderedListOutlined, RiseOutlined, UserOutlined } from '@ant-design/icons';
import { paths } from './paths.ts';
import { anybody, branchPosts, either, office } from './shell/needs.ts';
import type { Page } from './shell/page-table.ts';

export const pages: readonly Page[] = [
  {
    path: paths.desk(), title: { zh: '待办', en: 'To do' }, needs: anybody,
    menu: { group: 'desk', icon: CheckSquareOutlined },
    bottom: { label: { zh: '待办', en: 'To do' }, icon: CheckSquareOutlined },
    load: async () => (await import('#web/boards/MyDeskPage.tsx')).MyDeskPage,
  },
  {
    path: paths.myPoints(), title: { zh: '我的积分', en: 'My points' }, needs: anybody,
    menu: { group: 'desk', icon: RiseOutlined },
    load: async () => (await import('#web/points/MyPointsPage.tsx')).MyPointsPage,
  },
  {
    path: paths.branchPoints(), title: { zh: '党员积分', en: "Members' points" }, needs: either(branchPosts, office),
    menu: { group: 'branch', icon: OrderedListOutlined },
    load: async () => (await import('#web/points/BranchPointsPage.tsx')).BranchPointsPage,
  },
  {
    path: paths.points('$person'), title: { zh: '党员积分', en: "A member's points" }, needs: anybody,
    load: async () => (await import('#web/points/PersonPointsPage.tsx')).PersonPointsPage,
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
