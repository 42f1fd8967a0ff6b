import { defineTexts, useTexts, useWords } from './language.tsx';
import { useOfferedPages } from './offered-pages.ts';
import { PathLink } from './PathLink.tsx';

const texts = defineTexts({ zh: { menu: '主菜单' }, en: { menu: 'Main menu' } });

export function BottomBar() {
  const pages = useOfferedPages();
  const { menu } = useTexts(texts);
  const say = useWords();
  return (
    <nav className="bottom-bar unprinted" aria-label={menu}>
      {pages.map(({ path, bottom }) => bottom && (
        <PathLink key={path} to={path} className="bottom-bar-entry"><bottom.icon /> <span>{say(bottom.label)}</span></PathLink>
      ))}
    </nav>
  );
}
