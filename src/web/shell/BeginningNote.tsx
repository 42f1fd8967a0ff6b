import { InfoCircleOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { readBeginning } from '#domain/bureau/contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from './calling.ts';
import { defineTexts, useTexts } from './language.tsx';
import { setsUp } from './needs.ts';
import { PathLink } from './PathLink.tsx';
import { useWhoAmI } from './session.tsx';

const texts = defineTexts({
  zh: { left: (count: number) => `本单位尚未建成，还有 ${count} 步待办理。`, go: '开始使用' },
  en: { left: (count) => `The bureau is not set up yet: ${count} ${count === 1 ? 'step' : 'steps'} to go.`, go: 'Getting started' },
});

/** Over every page of a bureau that is not set up yet, for those who set it up: an empty list is then no riddle. */
export function BeginningNote() {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const { pathname } = useLocation();
  const { data } = useCall(readBeginning, {}, { enabled: setsUp(who), keep: true });
  if (!data || data.left === 0 || pathname.endsWith(paths.start())) return null;
  return <p className="nobody-behind unprinted" role="note"><InfoCircleOutlined /> <span>{t.left(data.left)} <PathLink to={paths.start()}>{t.go}</PathLink></span></p>;
}
