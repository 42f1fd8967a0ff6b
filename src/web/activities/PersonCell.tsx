import { CheckOutlined, EllipsisOutlined, MinusCircleOutlined, UserDeleteOutlined } from '@ant-design/icons';
import type { RosterItem } from '#domain/activities/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { ListStanding } from './standing-of-person.ts';
import './roster.css';

const texts = defineTexts({
  zh: { more: (name: string) => `${name}：更多`, open: '未标注', present: '实到', late: '迟到早退', excused: '免计', onLeave: '请假（计入应到）', absent: '无故缺席' },
  en: { more: (name: string) => `${name}: more`, open: 'not marked', present: 'present', late: 'late or early', excused: 'excused', onLeave: 'on leave (counted)', absent: 'absent' },
});

interface Properties {
  readonly item: RosterItem;
  readonly standing: ListStanding;
  /** The reason in words, where it may be known. */
  readonly reason: string | null;
  /** Which sitting, where there are several. */
  readonly sitting: string | null;
  readonly onPresent: () => void;
  readonly onMenu: () => void;
}

/** A name: one tap means "was there", the dots open everything else. */
export function PersonCell({ item, standing, reason, sitting, onPresent, onMenu }: Properties) {
  const t = useTexts(texts);
  const { name } = item.person;
  const said = [standing === 'present' || standing === 'late' ? t[standing] : reason ?? t[standing], sitting].filter((it) => it !== null).join(' · ');
  const tap = standing === 'open' ? onPresent : onMenu;
  return (
    <div className={`person-cell ${standing}`}>
      <button type="button" className="person-cell-main" aria-label={`${name} ${said}`} aria-pressed={standing === 'present'} onClick={tap}>
        <span className="person-cell-name">{icons[standing]} {name}</span>
        <span className="person-cell-said">{said}</span>
      </button>
      <button type="button" className="person-cell-more" aria-label={t.more(name)} aria-haspopup="menu" onClick={onMenu}><EllipsisOutlined /></button>
    </div>
  );
}

const icons = {
  open: null, present: <CheckOutlined />, late: <CheckOutlined />, excused: <MinusCircleOutlined />, onLeave: <UserDeleteOutlined />, absent: <UserDeleteOutlined />,
} as const;
