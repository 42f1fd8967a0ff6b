import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import './year-steps.css';

const texts = defineTexts({
  zh: { before: '上一年', after: '下一年', year: (year: string) => `${year}年` },
  en: { before: 'Previous year', after: 'Next year', year: (year) => year },
});

/** One year at a time, the one before and the one after a tap away. */
export function YearSteps({ year, onChoose }: { readonly year: string; readonly onChoose: (year: string) => void }) {
  const t = useTexts(texts);
  return (
    <div className="year-steps">
      <Button className="unprinted" icon={<LeftOutlined />} aria-label={t.before} onClick={() => onChoose(String(Number(year) - 1))} />
      <span className="year-steps-name" aria-live="polite">{t.year(year)}</span>
      <Button className="unprinted" icon={<RightOutlined />} aria-label={t.after} onClick={() => onChoose(String(Number(year) + 1))} />
    </div>
  );
}
