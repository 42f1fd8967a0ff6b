import { KeyOutlined, LaptopOutlined, LogoutOutlined, SafetyCertificateOutlined, UserOutlined } from '@ant-design/icons';
import { roleLabels } from '#domain/access/roles.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { paths } from '#web/paths.ts';
import { Popup } from '#web/ui/Popup.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { PathLink } from './PathLink.tsx';
import { useWhoAmI } from './session.tsx';
import { useSignOut } from './sign-out.ts';

const texts = defineTexts({
  zh: { menu: (name: string) => `${name}，用户菜单`, password: '修改密码', factor: '动态口令', sessions: '我的登录', out: '退出登录' },
  en: { menu: (name: string) => `${name}, user menu`, password: 'Change the password', factor: 'Second factor', sessions: 'My sessions', out: 'Sign out' },
});

export const nameOf = (who: WhoAmI): string => who.person?.name ?? who.userName;

export function UserMenu() {
  const { menu, password, factor, sessions, out } = useTexts(texts);
  const who = useWhoAmI();
  const signOut = useSignOut();
  const name = nameOf(who);
  return (
    <Popup name={menu(name)} buttonClass="bar-button" button={<><UserOutlined /> <span className="user-name">{name}</span></>}>
      {(close) => (
        <>
          <div className="popup-note"><b>{name}</b><Standing who={who} /></div>
          <PathLink to={paths.password()} className="popup-item" onClick={close}><KeyOutlined /> {password}</PathLink>
          <PathLink to={paths.secondFactor()} className="popup-item" onClick={close}><SafetyCertificateOutlined /> {factor}</PathLink>
          <PathLink to={paths.mySessions()} className="popup-item" onClick={close}><LaptopOutlined /> {sessions}</PathLink>
          <ColourChoice />
          <button type="button" className="popup-item" onClick={signOut}><LogoutOutlined /> {out}</button>
        </>
      )}
    </Popup>
  );
}

/** Home branch, then the roles with where they hold. */
export function Standing({ who }: { readonly who: WhoAmI }) {
  const say = useWords();
  const roles = who.grants.map(({ id, role, organisationName }) => ({ id, text: `${say(roleLabels[role])} · ${organisationName}` }));
  return (
    <>
      {who.branch ? <div>{who.branch.name}</div> : null}
      {roles.map(({ id, text }) => <div key={id}>{text}</div>)}
    </>
  );
}
