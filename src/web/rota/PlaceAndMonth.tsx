import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { monthText } from '#web/ui/month-words.ts';
import type { RotaPlace } from './rota-place.ts';
import './rota.css';

const texts = defineTexts({
  zh: { organisation: '党组织', before: '上个月', after: '下个月', now: '本月' },
  en: {
    organisation: 'Organisation', before: 'Previous month', after: 'Next month', now: 'This month',
  },
});

/** Which organisation, where there is a choice, and which month, at the head of the pages of this room. */
export function PlaceAndMonth({ place, withMonth = true }: { readonly place: RotaPlace; readonly withMonth?: boolean }) {
  const { organisation } = useTexts(texts);
  return (
    <div className="rota-place unprinted">
      {place.places && place.places.length > 1 ? (
        <Select
          className="rota-organisation" aria-label={organisation} value={place.organisation || null} showSearch={{ optionFilterProp: 'label' }}
          options={place.places.map((it) => ({ value: it.id, label: it.shortName }))} onChange={(chosen) => place.choose({ organisation: chosen })}
        />
      ) : null}
      {withMonth ? <MonthSteps month={place.month} onChoose={(month) => place.choose({ month })} /> : null}
    </div>
  );
}

function MonthSteps({ month, onChoose }: { readonly month: string; readonly onChoose: (month: string) => void }) {
  const words = useTexts(texts);
  const { language } = useLanguage();
  const thisMonth = useWhoAmI().today.slice(0, 7);
  return (
    <div className="rota-month">
      <Button icon={<LeftOutlined />} aria-label={words.before} onClick={() => onChoose(addMonths(month, -1))} />
      <span className="rota-month-name" aria-live="polite">{monthText(month, language)}</span>
      <Button icon={<RightOutlined />} aria-label={words.after} onClick={() => onChoose(addMonths(month, 1))} />
      {month === thisMonth ? null : <Button type="link" onClick={() => onChoose(thisMonth)}>{words.now}</Button>}
    </div>
  );
}
