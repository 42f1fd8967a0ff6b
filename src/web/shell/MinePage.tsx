import { KeyOutlined, LaptopOutlined, LogoutOutlined, RightOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { paths } from '#web/paths.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { groupsOf } from './menu-groups.ts';
import { MenuIcon } from './MenuIcon.tsx';
import { useOfferedPages } from './offered-pages.ts';
import { menuGroups } from './page-table.ts';
import { PathLink } from './PathLink.tsx';
import { useWhoAmI } from './session.tsx';
import { useSignOut } from './sign-out.ts';
import { nameOf, Standing } from './UserMenu.tsx';
import './mine.css';

const texts = defineTexts({
  zh: { account: '账号', password: '修改密码', factor: '动态口令', sessions: '我的登录', out: '退出登录' },
  en: { account: 'Account', password: 'Change the password', factor: 'Second factor', sessions: 'My sessions', out: 'Sign out' },
});

/** On a phone: who I am here, every page offered to me, and the way out. */
export function MinePage() {
  const { account, password, factor, sessions, out } = useTexts(texts);
  const say = useWords();
  const who = useWhoAmI();
  const signOut = useSignOut();
  return (
    <div className="mine">
      <PageHeader title={nameOf(who)} />
      <div className="mine-standing"><Standing who={who} /></div>
      {groupsOf(useOfferedPages()).map(({ group, entries }) => (
        <section key={group}>
          <h2>{say(menuGroups[group])}</h2>
          {entries.map(({ path, title, icon }) => (
            <PathLink key={path} to={path} className="mine-entry"><MenuIcon name={icon} /> <span>{say(title)}</span> <RightOutlined /></PathLink>
          ))}
        </section>
      ))}
      <section>
        <h2>{account}</h2>
        <PathLink to={paths.password()} className="mine-entry"><KeyOutlined /> <span>{password}</span> <RightOutlined /></PathLink>
        <PathLink to={paths.secondFactor()} className="mine-entry"><SafetyCertificateOutlined /> <span>{factor}</span> <RightOutlined /></PathLink>
        <PathLink to={paths.mySessions()} className="mine-entry"><LaptopOutlined /> <span>{sessions}</span> <RightOutlined /></PathLink>
        <ColourChoice />
        <button type="button" className="mine-entry" onClick={signOut}><LogoutOutlined /> <span>{out}</span></button>
      </section>
    </div>
  );
}
