import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined, MinusCircleOutlined, PauseCircleOutlined, RollbackOutlined, SafetyOutlined } from '@ant-design/icons';
import type { SessionStatus } from '#domain/activities/contract.ts';
import { sessionStatusWords } from '#domain/activities/status-words.ts';
import { useWords } from '#web/shell/language.tsx';
import '#web/ui/status-tag.css';

const looks = {
  arranged: { tone: 'outline', Icon: ClockCircleOutlined }, toRecord: { tone: 'blue', Icon: EditOutlined }, toConfirm: { tone: 'blue', Icon: SafetyOutlined },
  done: { tone: 'green', Icon: CheckCircleOutlined }, notHeld: { tone: 'slate', Icon: MinusCircleOutlined }, stopped: { tone: 'grey', Icon: PauseCircleOutlined },
  withdrawn: { tone: 'grey', Icon: RollbackOutlined },
} as const;

export function SessionTag({ status }: { readonly status: SessionStatus }) {
  const say = useWords();
  const { tone, Icon } = looks[status];
  return <span className={`status-tag ${tone}`}><Icon /> {say(sessionStatusWords[status])}</span>;
}
