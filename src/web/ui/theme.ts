import { theme, type ThemeConfig } from 'antd';

/**
 * The colours of the product, by duty and not by hue. Red marks the one main action and the selected item; in this
 * field red is the good colour, so it never means bad. Each status has its own colour beside its word and icon.
 */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  /** Heads of tables, hovered rows, quiet panels. */
  readonly quiet: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly main: string;
  readonly mainHover: string;
  readonly mainTint: string;
  /** Letters on the main colour. */
  readonly onMain: string;
  readonly green: string;
  readonly greenTint: string;
  readonly blue: string;
  readonly blueTint: string;
  readonly amber: string;
  readonly amberTint: string;
  readonly violet: string;
  readonly violetTint: string;
  readonly slate: string;
  readonly slateTint: string;
  /** What is missing: told by a solid ground that two dozen of them in a list do not make glare. */
  readonly gap: string;
  readonly onGap: string;
  readonly shadow: string;
}

export const light: Palette = {
  page: '#f5f6f7', surface: '#ffffff', quiet: '#f7f8f9', line: '#e3e6e9', lineStrong: '#c3c9d0',
  ink: '#1c2127', inkSoft: '#4c5661', inkFaint: '#65707d',
  main: '#b42318', mainHover: '#912018', mainTint: '#fdf3f2', onMain: '#ffffff',
  green: '#1a6f42', greenTint: '#e9f5ee', blue: '#1a5fa8', blueTint: '#eaf2fb', amber: '#8f5200', amberTint: '#fdf3e1',
  violet: '#6941c6', violetTint: '#f3effc', slate: '#39424d', slateTint: '#e9ecef', gap: '#39424d', onGap: '#ffffff', shadow: 'rgb(16 24 32 / 12%)',
};

/** Every pair of ink and ground keeps the contrast of the light one. */
export const dark: Palette = {
  page: '#14171a', surface: '#1c2024', quiet: '#22272c', line: '#31373d', lineStrong: '#4b545d',
  ink: '#e9ecef', inkSoft: '#b7bfc8', inkFaint: '#929ca7',
  main: '#f0786c', mainHover: '#f59389', mainTint: '#33201e', onMain: '#2a0d09',
  green: '#6ac796', greenTint: '#1a2f24', blue: '#7db4ec', blueTint: '#1a2a3b', amber: '#e5b567', amberTint: '#33291a',
  violet: '#b9a3ee', violetTint: '#292240', slate: '#c6ced6', slateTint: '#2b3138', gap: '#48525c', onGap: '#f2f4f6', shadow: 'rgb(0 0 0 / 50%)',
};

/** An English page has Latin letters and quotation marks of its own (`base.css`); those of Chinese fonts are as wide as a character. */
const fonts = 'var(--latin-fonts, "PingFang SC"), "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

const field = (colours: Palette) => ({
  activeBorderColor: colours.blue, hoverBorderColor: colours.inkFaint, activeShadow: `0 0 0 2px ${colours.blueTint}`,
});

export interface Screen {
  readonly phone: boolean;
  /** Elder view: large letters, lines far apart. */
  readonly large: boolean;
  /** Somebody has asked for less motion. */
  readonly still: boolean;
}

/** Letters of the body in pixels. Of the elder view they are 18 pt, which is 24 px; `base.css` says the same to our style sheets. */
const letters = ({ phone, large }: Screen): number => (large ? 24 : phone ? 16 : 14);
/** The height of what is touched: 44 px on a phone; the elder view has room for its letters besides. */
const touched = ({ phone, large }: Screen): number => (large ? 56 : phone ? 44 : 32);

/** antd's tokens from ours. Who asked for less motion has none. */
export const antdTheme = (colours: Palette, screen: Screen): ThemeConfig => ({
  hashed: false,
  algorithm: colours === dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: colours.main, colorLink: colours.blue, colorLinkHover: colours.blue, colorInfo: colours.blue,
    colorPrimaryHover: colours.mainHover, colorPrimaryActive: colours.mainHover, colorPrimaryBg: colours.mainTint,
    colorSuccess: colours.green, colorWarning: colours.amber, colorError: colours.amber,
    colorText: colours.ink, colorTextSecondary: colours.inkSoft, colorTextDescription: colours.inkFaint,
    colorTextPlaceholder: colours.inkFaint, colorTextLightSolid: colours.onMain, colorBgSpotlight: colours.slate,
    colorBgLayout: colours.page, colorBgContainer: colours.surface,
    colorBgElevated: colours.surface, colorBorder: colours.lineStrong, colorBorderSecondary: colours.line,
    fontFamily: fonts, fontSize: letters(screen), controlHeight: touched(screen), borderRadius: 4, borderRadiusLG: 6,
    boxShadowSecondary: `0 6px 20px ${colours.shadow}`, wireframe: false, motionDurationMid: '0.12s', motionDurationSlow: '0.18s', motion: !screen.still,
  },
  components: {
    // The dark algorithm dims a colour; a button that is drawn by antd has the red of one that is a link.
    Button: { colorPrimary: colours.main, colorPrimaryHover: colours.mainHover, colorPrimaryActive: colours.mainHover, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    // A red frame reads as a mistake; where one types is told in blue.
    Input: field(colours), InputNumber: field(colours), DatePicker: field(colours), Mentions: field(colours),
    Select: {
      activeBorderColor: colours.blue, hoverBorderColor: colours.inkFaint, activeOutlineColor: colours.blueTint,
      optionSelectedBg: colours.mainTint,
    },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
});

/** The same colours as custom properties (`--ink-soft`), for our own style sheets. */
export const customProperties = (colours: Palette): Readonly<Record<`--${string}`, string>> => ({
  ...Object.fromEntries(Object.entries(colours).map(([name, colour]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour])),
  '--fonts': fonts,
});

export function paint(colours: Palette, root: HTMLElement): void {
  for (const [name, colour] of Object.entries(customProperties(colours))) root.style.setProperty(name, colour);
  root.style.setProperty('color-scheme', colours === dark ? 'dark' : 'light');
}
