import { theme, type ThemeConfig } from 'antd';
import type { Palette } from './palette';

export const FONT =
  "'Inter Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** Ant Design dressed in our own tokens. */
export function antdTheme(p: Palette, isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 13,
      controlHeight: 32,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      lineWidth: 1,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      colorPrimary: p.accent,
      colorPrimaryHover: p.accentHover,
      colorPrimaryActive: p.accentHover,
      colorLink: p.link,
      colorLinkHover: p.accentHover,
      colorSuccess: p.green,
      colorSuccessBg: p.greenSoft,
      colorWarning: p.amber,
      colorWarningBg: p.amberSoft,
      colorInfo: p.blue,
      colorInfoBg: p.blueSoft,
      colorError: p.red,
      colorErrorBg: p.redSoft,
      colorText: p.text,
      colorTextSecondary: p.textSoft,
      colorTextTertiary: p.textFaint,
      colorTextDescription: p.textSoft,
      colorTextPlaceholder: p.textFaint,
      colorTextLightSolid: '#ffffff',
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBgLayout: p.canvas,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgHover: p.hover,
      controlItemBgActive: p.selected,
      controlItemBgActiveHover: p.selected,
      boxShadowSecondary: p.shadow,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: p.textSoft },
      Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0 0 12px 0' },
      Tooltip: { colorBgSpotlight: isDark ? '#33393f' : '#23272e' },
      Select: { optionSelectedBg: p.selected },
      // Words in the accent's own shade are too dark to read on dark.
      Radio: { colorPrimary: p.link, colorPrimaryHover: p.link, colorPrimaryActive: p.link },
      Segmented: { trackBg: p.greySoft, itemSelectedBg: p.surface },
    },
  };
}
