import { use } from 'react';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from './language.tsx';
import { OfferedPages } from './offered-pages.ts';
import { PathLink } from './PathLink.tsx';

const texts = defineTexts({
  zh: { who: '考核方案由机关党委书记或副书记在“考核方案”页启用。', open: '打开考核方案' },
  en: { who: 'The secretary or deputy secretary of the organs committee adopts a scheme under Schemes.', open: 'Open Schemes' },
});

/** Where a page waits for a scheme: who adopts one and where, with the way there for whom that page is offered to. */
export function SchemeWay() {
  const t = useTexts(texts);
  const offered = use(OfferedPages).some(({ path }) => path === paths.schemes());
  return <p className="room-hint">{t.who} {offered ? <PathLink to={paths.schemes()}>{t.open}</PathLink> : null}</p>;
}
