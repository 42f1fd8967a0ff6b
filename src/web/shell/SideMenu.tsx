import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { menuGroups } from './page-table.ts';
import { groupsOf } from './menu-groups.ts';
import { useOfferedPages } from './offered-pages.ts';
import { PathLink } from './PathLink.tsx';

const texts = defineTexts({
  zh: { menu: '主菜单', fold: '收起菜单', unfold: '展开菜单' },
  en: { menu: 'Main menu', fold: 'Fold the menu', unfold: 'Unfold the menu' },
});

const place = 'zhibu.menu-folded';

export function SideMenu() {
  const pages = useOfferedPages();
  const { menu, fold, unfold } = useTexts(texts);
  const say = useWords();
  const [folded, setFolded] = useState(() => localStorage.getItem(place) === 'yes');
  const toggle = () => {
    localStorage.setItem(place, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return (
    <nav className={folded ? 'side-menu folded unprinted' : 'side-menu unprinted'} aria-label={menu}>
      {groupsOf(pages).map(({ group, entries }) => (
        <section key={group}>
          <h2>{say(menuGroups[group])}</h2>
          <ul>
            {entries.map(({ path, title, Icon }) => (
              <li key={path}>
                <PathLink to={path} className="side-menu-entry" title={folded ? say(title) : undefined}>
                  <Icon /> <span>{say(title)}</span>
                </PathLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <button type="button" className="side-menu-fold" onClick={toggle} aria-label={folded ? unfold : fold} title={folded ? unfold : fold}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}
