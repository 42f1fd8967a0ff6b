import { useLanguage, useWords } from '#web/shell/language.tsx';
import { statuses, type Status } from './statuses.ts';
import './status-tag.css';

/** A status as icon and word in its own colour. `note` says more behind it: 逾期 3 天. */
export function StatusTag({ status, note }: { readonly status: Status; readonly note?: string | undefined }) {
  const say = useWords();
  const { language } = useLanguage();
  const { words, tone, Icon } = statuses[status];
  return (
    <span className={`status-tag ${tone}`}>
      <Icon />
      {say(words)}
      {note === undefined ? null : `${language === 'zh' ? ' ' : ', '}${note}`}
    </span>
  );
}
