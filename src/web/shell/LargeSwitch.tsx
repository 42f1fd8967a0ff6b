import { ZoomInOutlined } from '@ant-design/icons';
import { useDisplay } from '#web/ui/display.ts';
import { defineTexts, useTexts } from './language.tsx';

const texts = defineTexts({ zh: { large: '大字版' }, en: { large: 'Large text' } });

/** 关怀版: beside the language, because whoever needs it must find it before anything else. */
export function LargeSwitch() {
  const { large } = useTexts(texts);
  const display = useDisplay();
  return (
    <button type="button" className="bar-button" aria-pressed={display.large} onClick={() => display.choose({ large: !display.large })}>
      <ZoomInOutlined className="large-switch-picture" /> {large}
    </button>
  );
}
