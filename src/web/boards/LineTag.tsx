import type { SessionStatus } from '#domain/activities/contract.ts';
import { sessionStatusWords } from '#domain/activities/status-words.ts';
import { useWords } from '#web/shell/language.tsx';
import '#web/ui/status-tag.css';

const tones: Readonly<Record<SessionStatus, string>> = {
  arranged: 'outline', toRecord: 'blue', toConfirm: 'blue', done: 'green', notHeld: 'slate', stopped: 'grey', withdrawn: 'grey',
};

export function LineTag({ status }: { readonly status: SessionStatus }) {
  const say = useWords();
  return <span className={`status-tag ${tones[status]}`}>{say(sessionStatusWords[status])}</span>;
}
