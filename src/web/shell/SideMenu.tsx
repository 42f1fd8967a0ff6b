import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useDisplay } from '#web/ui/display.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { menuGroups, type MenuGroup } from './page-table.ts';
import { groupsOf } from './menu-groups.ts';
import { menuPlaceOf } from './menu-place.ts';
import { MenuIcon } from './MenuIcon.tsx';
import { MenuSection } from './MenuSection.tsx';
import { useOfferedPages } from './offered-pages.ts';
import { PathLink } from './PathLink.tsx';

const texts = defineTexts({
  zh: { menu: '主菜单', fold: '收起菜单', unfold: '展开菜单' },
  en: { menu: 'Main menu', fold: 'Fold the menu', unfold: 'Unfold the menu' },
});

const kept = 'zhibu.menu-folded';

/** With the bureau before it, where there are several. */
const isUnder = (pathname: string, path: string): boolean => `${pathname}/`.includes(`${path}/`);

/** Which sections are folded away. In large letters all but one's own desk and that of the page are, until somebody opens them. */
function useAwaySections(open: MenuGroup | undefined): readonly [ReadonlySet<string>, (group: MenuGroup) => void] {
  const { large } = useDisplay();
  const kept = large ? 'zhibu.menu-away.large' : 'zhibu.menu-away';
  const [turned, setTurned] = useState<Readonly<Record<string, string>>>({});
  const first = large ? Object.keys(menuGroups).filter((group) => group !== 'desk' && group !== open).join(' ') : '';
  const away = new Set((turned[kept] ?? localStorage.getItem(kept) ?? first).split(' '));
  const turn = (group: MenuGroup) => {
    if (!away.delete(group)) away.add(group);
    const words = [...away].join(' ');
    localStorage.setItem(kept, words);
    setTurned({ ...turned, [kept]: words });
  };
  return [away, turn];
}

export function SideMenu() {
  const pages = useOfferedPages();
  const { menu, fold, unfold } = useTexts(texts);
  const say = useWords();
  const [folded, setFolded] = useState(() => localStorage.getItem(kept) === 'yes');
  const { pathname } = useLocation();
  const place = menuPlaceOf(pathname);
  const menuOf = useRef<HTMLElement>(null);
  // A long menu shows where one is. What newer browsers return, a promise, is no way to end the effect.
  useEffect(() => { void menuOf.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' }); }, [pathname]);
  const groups = groupsOf(pages);
  const [away, turn] = useAwaySections(groups.find(({ entries }) => entries.some(({ path }) => (place === null ? path !== '/' && isUnder(pathname, path) : path === place)))?.group);
  const toggle = () => {
    localStorage.setItem(kept, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return (
    <nav ref={menuOf} className={folded ? 'side-menu folded unprinted' : 'side-menu unprinted'} aria-label={menu}>
      {groups.map(({ group, entries }) => {
        const links = entries.map(({ path, title, icon }) => (
          <li key={path}>
            <PathLink to={path} className="side-menu-entry" here={place === null ? undefined : path === place} title={folded ? say(title) : undefined}>
              <MenuIcon name={icon} /> <span>{say(title)}</span>
            </PathLink>
          </li>
        ));
        return folded
          ? <section key={group}><h2>{say(menuGroups[group])}</h2><ul>{links}</ul></section>
          : <MenuSection key={group} title={say(menuGroups[group])} open={!away.has(group)} onTurn={() => turn(group)}>{links}</MenuSection>;
      })}
      <button type="button" className="side-menu-fold" onClick={toggle} aria-label={folded ? unfold : fold} title={folded ? unfold : fold}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}
