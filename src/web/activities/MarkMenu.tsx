import { CloseOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import type { Mark } from '#domain/activities/marks.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { usePhone } from '#web/ui/screen.ts';
import type { MarkGroup } from './mark-choices.ts';
import './roster.css';

const texts = defineTexts({
  zh: {
    close: '关闭', there: '到会', excused: '免计（不计入应到）', counted: '计入应到', clear: '恢复为未标注', sitting: (at: number) => `到场次 ${at}`,
    himself: '本人的请假、免计须由他人登记。',
  },
  en: {
    close: 'Close', there: 'Was there', excused: 'Not counted (out of expected)', counted: 'Counted as expected', clear: 'Back to not marked', sitting: (at: number) => `At sitting ${at}`,
    himself: 'Your own excuse is entered by somebody else.',
  },
});

interface Properties {
  readonly open: boolean;
  readonly name: string;
  readonly himself: boolean;
  readonly groups: readonly MarkGroup[];
  readonly sittings: number;
  readonly current: Mark | undefined;
  readonly onChoose: (mark: Omit<Mark, 'person'> | null) => void;
  readonly onClose: () => void;
}

/** Everything that can be said of one person at one session; at the desk beside the list, on a phone from below. */
export function MarkMenu({ open, name, himself, groups, sittings, current, onChoose, onClose }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const phone = usePhone();
  const chosen = (mark: Pick<Mark, 'mark' | 'reason'>, sitting?: number): boolean =>
    current?.mark === mark.mark && current.reason === mark.reason && (sitting === undefined || current.sitting === sitting);
  return (
    <Drawer
      open={open} onClose={onClose} title={name} placement={phone ? 'bottom' : 'right'} size={phone ? '80%' : 320} rootClassName="mark-menu"
      closable={{ placement: 'end', closeIcon: <CloseOutlined aria-label={t.close} /> }}
    >
      {groups.map(({ key, choices }) => (choices.length === 0 ? null : (
        <section key={key} role="group" aria-label={t[key]}>
          <h3>{t[key]}</h3>
          {choices.flatMap(({ key: choice, label, mark }) => {
            const there = key === 'there' && sittings > 1;
            return Array.from({ length: there ? sittings : 1 }, (_, sitting) => (
              <button
                key={`${choice} ${sitting}`} type="button" className="mark-choice" aria-pressed={chosen(mark, there ? sitting : undefined)}
                onClick={() => onChoose({ ...mark, sitting: there ? sitting : current?.sitting ?? 0 })}
              >
                {say(label)}{there ? ` · ${t.sitting(sitting + 1)}` : ''}
              </button>
            ));
          })}
        </section>
      )))}
      {himself ? <p className="activity-hint">{t.himself}</p> : null}
      {current ? <button type="button" className="mark-choice quiet" onClick={() => onChoose(null)}>{t.clear}</button> : null}
    </Drawer>
  );
}
