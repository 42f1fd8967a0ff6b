import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { useLanguage, useTexts } from '#web/shell/language.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { statementTexts } from './statement-texts.ts';

/** One month at a time. */
export function MonthSteps({ month, onChoose }: { readonly month: string; readonly onChoose: (month: string) => void }) {
  const t = useTexts(statementTexts);
  const { language } = useLanguage();
  return (
    <span className="month-chosen">
      <Button className="unprinted" icon={<LeftOutlined />} aria-label={t.before} onClick={() => onChoose(addMonths(month, -1))} />
      <b aria-live="polite">{monthText(month, language)}</b>
      <Button className="unprinted" icon={<RightOutlined />} aria-label={t.after} onClick={() => onChoose(addMonths(month, 1))} />
    </span>
  );
}
