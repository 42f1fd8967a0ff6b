import { useId } from 'react';
import { colourChoices, useDisplay } from '#web/ui/display.ts';
import { defineTexts, useTexts } from './language.tsx';
import './colour-choice.css';

const texts = defineTexts({
  zh: { colours: '外观', choices: { system: '跟随系统', light: '浅色', dark: '深色' } },
  en: { colours: 'Appearance', choices: { system: 'As the device', light: 'Light', dark: 'Dark' } },
});

/** Light, dark, or as the device is; kept on this device. */
export function ColourChoice() {
  const t = useTexts(texts);
  const { colours, choose } = useDisplay();
  const group = useId();
  return (
    <fieldset className="colour-choice">
      <legend>{t.colours}</legend>
      {colourChoices.map((it) => (
        <label key={it}>
          <input type="radio" name={group} checked={it === colours} onChange={() => choose({ colours: it })} /> {t.choices[it]}
        </label>
      ))}
    </fieldset>
  );
}
