import { describe, expect, it } from 'vitest';
import { antdTheme, dark, light, type Palette } from './theme.ts';

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** Contrast as WCAG 2.2 reckons it, 1 … 21. */
const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(['ink', 'inkSoft', 'inkFaint', 'blue', 'amber'] as const).flatMap((ink) =>
    (['page', 'surface', 'quiet'] as const).map((ground) => [ink, ground] as const)),
  ['green', 'greenTint'], ['green', 'surface'], ['blue', 'blueTint'], ['amber', 'amberTint'], ['violet', 'violetTint'], ['violet', 'surface'],
  ['inkSoft', 'slateTint'], ['surface', 'slate'], ['onGap', 'gap'], ['main', 'surface'], ['main', 'mainTint'], ['onMain', 'main'], ['onMain', 'mainHover'], ['onMain', 'slate'], ['ink', 'amberTint'], ['ink', 'greenTint'],
];

describe.each([['light', light], ['dark', dark]] as const)('in the %s colours', (_, palette) => {
  it.each(pairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

it('one red marks the main action, whether antd draws it or a link does', () => {
  for (const palette of [light, dark]) {
    expect(antdTheme(palette, { phone: false, large: false, still: false }).components?.Button).toMatchObject({ colorPrimary: palette.main, colorPrimaryHover: palette.mainHover });
  }
});

it('what is missing stands out from its ground in the dark without shining as letters do', () => {
  expect(contrast(dark.gap, dark.surface)).toBeGreaterThan(1.8);
  expect(luminance(dark.gap)).toBeLessThan(0.15);
});
