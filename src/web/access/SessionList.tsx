import { Button } from 'antd';
import type { LoginSession } from '#domain/access/account-contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { minuteText } from '#web/ui/instant-text.ts';

const texts = defineTexts({
  zh: { opened: (at: string) => `${at} 登录`, seen: (at: string) => `最近使用 ${at}`, until: (at: string) => `最迟 ${at} 失效`, here: '当前浏览器', unknown: '未知设备', end: '退出' },
  en: { opened: (at: string) => `Signed in ${at}`, seen: (at: string) => `last used ${at}`, until: (at: string) => `ends ${at} at the latest`, here: 'this browser', unknown: 'Unknown device', end: 'End' },
});

interface Properties {
  readonly sessions: readonly LoginSession[];
  readonly ending: boolean;
  /** Left out where the current one is the only one. */
  readonly onEnd: (session: string) => void;
}

/** Where an account is signed in, the last used first. */
export function SessionList({ sessions, ending, onEnd }: Properties) {
  const t = useTexts(texts);
  return (
    <ul className="session-lines">
      {sessions.map((it) => (
        <li key={it.session}>
          <span><b>{it.device ?? t.unknown} · <span className="session-when">{t.opened(minuteText(it.openedAt))}</span></b> <span className="faint"><span className="session-when">{t.seen(minuteText(it.lastSeenAt))}</span> · <span className="session-when">{t.until(minuteText(it.expiresAt))}</span></span></span>
          {it.current ? <span className="faint">{t.here}</span> : <Button size="small" disabled={ending} onClick={() => onEnd(it.session)}>{t.end}</Button>}
        </li>
      ))}
    </ul>
  );
}
