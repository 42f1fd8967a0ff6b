import { CheckCircleOutlined, ClockCircleOutlined, KeyOutlined, LogoutOutlined, MinusCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { AccountState } from '#domain/access/account-contract.ts';
import type { GrantStanding } from '#domain/access/grant-standing.ts';
import type { Words } from '#domain/words/words.ts';
import { useWords } from '#web/shell/language.tsx';
import type { Tone } from '#web/ui/statuses.ts';
import '#web/ui/status-tag.css';

interface Look {
  readonly words: Words;
  readonly tone: Tone;
  readonly Icon: ComponentType;
}

export const accountStates: Readonly<Record<AccountState, Look>> = {
  active: { words: { zh: '使用中', en: 'In use' }, tone: 'green', Icon: CheckCircleOutlined },
  firstPassword: { words: { zh: '待改初始密码', en: 'First password' }, tone: 'blue', Icon: KeyOutlined },
  departed: { words: { zh: '人员已离开', en: 'Has left' }, tone: 'amber', Icon: LogoutOutlined },
  closed: { words: { zh: '已停用', en: 'Closed' }, tone: 'grey', Icon: StopOutlined },
};

const standings: Readonly<Record<GrantStanding, Look>> = {
  inForce: { words: { zh: '有效', en: 'In force' }, tone: 'green', Icon: CheckCircleOutlined },
  later: { words: { zh: '未到期', en: 'Not yet' }, tone: 'outline', Icon: ClockCircleOutlined },
  suspended: { words: { zh: '暂不生效', en: 'Suspended' }, tone: 'amber', Icon: MinusCircleOutlined },
  over: { words: { zh: '已终止', en: 'Ended' }, tone: 'grey', Icon: StopOutlined },
};

function Tag({ words, tone, Icon }: Look) {
  const say = useWords();
  return <span className={`status-tag ${tone}`}><Icon /> {say(words)}</span>;
}

export const AccountStateTag = ({ state }: { readonly state: AccountState }) => <Tag {...accountStates[state]} />;

export const GrantStandingTag = ({ standing }: { readonly standing: GrantStanding }) => <Tag {...standings[standing]} />;
