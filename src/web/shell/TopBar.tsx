import { paths } from '#web/paths.ts';
import { usePhone } from '#web/ui/screen.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LargeSwitch } from './LargeSwitch.tsx';
import { PathLink } from './PathLink.tsx';
import { useWhoAmI } from './session.tsx';
import { UserMenu } from './UserMenu.tsx';

const texts = defineTexts({
  zh: { product: '支部', demo: '演示库', demoTitle: '内容均为虚构，仅供演示' },
  en: { product: 'Zhibu', demo: 'Demo', demoTitle: 'Everything here is invented, for demonstration only' },
});

export function TopBar() {
  const { product, demo, demoTitle } = useTexts(texts);
  const say = useWords();
  const phone = usePhone();
  const { bureau } = useWhoAmI();
  return (
    <header className="top-bar unprinted">
      <PathLink to={paths.desk()} className="product">{product}</PathLink>
      <span className="bureau">{say(bureau)}</span>
      {bureau.kind === 'demo' ? <span className="demo-mark" title={demoTitle}>{demo}</span> : null}
      <span className="top-bar-end">
        <LargeSwitch />
        <LanguageSwitch />
        {phone ? null : <UserMenu />}
      </span>
    </header>
  );
}
