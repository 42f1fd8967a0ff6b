import type { ThemeConfig } from 'antd';

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
  readonly shadow: string;
}

export const light: Palette = {
  page: '#f5f6f7', surface: '#ffffff', quiet: '#f7f8f9', line: '#e3e6e9', lineStrong: '#c3c9d0',
  ink: '#1c2127', inkSoft: '#4c5661', inkFaint: '#65707d',
  main: '#b42318', mainHover: '#912018', mainTint: '#fdf3f2',
  green: '#1a6f42', greenTint: '#e9f5ee', blue: '#1a5fa8', blueTint: '#eaf2fb', amber: '#8f5200', amberTint: '#fdf3e1',
  violet: '#6941c6', violetTint: '#f3effc', slate: '#39424d', slateTint: '#e9ecef', shadow: 'rgb(16 24 32 / 12%)',
};

/** Prepared, not yet offered: every pair of ink and ground keeps the contrast of the light one. */
export const dark: Palette = {
  page: '#14171a', surface: '#1c2024', quiet: '#22272c', line: '#31373d', lineStrong: '#4b545d',
  ink: '#e9ecef', inkSoft: '#b7bfc8', inkFaint: '#929ca7',
  main: '#f0786c', mainHover: '#f59389', mainTint: '#33201e',
  green: '#6ac796', greenTint: '#1a2f24', blue: '#7db4ec', blueTint: '#1a2a3b', amber: '#e5b567', amberTint: '#33291a',
  violet: '#b9a3ee', violetTint: '#292240', slate: '#c6ced6', slateTint: '#2b3138', shadow: 'rgb(0 0 0 / 50%)',
};

const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

const field = (colours: Palette) => ({
  activeBorderColor: colours.blue, hoverBorderColor: colours.inkFaint, activeShadow: `0 0 0 2px ${colours.blueTint}`,
});

/** antd's tokens from ours. On a phone letters are 16 px and whatever is touched is 44 px high; who asked for less motion has none. */
export const antdTheme = (colours: Palette, { phone, still }: { readonly phone: boolean; readonly still: boolean }): ThemeConfig => ({
  hashed: false,
  token: {
    colorPrimary: colours.main, colorLink: colours.blue, colorLinkHover: colours.blue, colorInfo: colours.blue,
    colorSuccess: colours.green, colorWarning: colours.amber, colorError: colours.amber,
    colorText: colours.ink, colorTextSecondary: colours.inkSoft, colorTextDescription: colours.inkFaint,
    colorTextPlaceholder: colours.inkFaint, colorBgLayout: colours.page, colorBgContainer: colours.surface,
    colorBgElevated: colours.surface, colorBorder: colours.lineStrong, colorBorderSecondary: colours.line,
    fontFamily: fonts, fontSize: phone ? 16 : 14, controlHeight: phone ? 44 : 32, borderRadius: 4, borderRadiusLG: 6,
    boxShadowSecondary: `0 6px 20px ${colours.shadow}`, wireframe: false, motionDurationMid: '0.12s', motionDurationSlow: '0.18s', motion: !still,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
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
export function paint(colours: Palette, root: HTMLElement): void {
  for (const [name, colour] of Object.entries(colours)) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
  root.style.setProperty('--fonts', fonts);
}
