import { type ThemeConfig, theme } from 'antd'
import { colours, face, type Mode, radius } from './tokens'

/** The kit's theme from the same tokens. */
export function antdTheme(mode: Mode): ThemeConfig {
  const colour = colours[mode]
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.action,
      colorLink: colour.action,
      colorError: colour.danger,
      colorText: colour.text,
      colorTextSecondary: colour['text-2'],
      colorTextPlaceholder: colour['text-2'],
      colorBgContainer: colour.card,
      colorBgElevated: colour.card,
      colorBgLayout: colour.page,
      colorBorder: colour.edge,
      colorBorderSecondary: colour.hair,
      colorTextLightSolid: colour['on-action'],
      borderRadius: radius.control,
      fontFamily: face,
      fontSize: 14,
      controlHeight: 32,
      motion: false,
    },
  }
}
