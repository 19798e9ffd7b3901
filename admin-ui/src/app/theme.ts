import type { RaThemeOptions } from 'react-admin';

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif';
export const monospace = 'ui-monospace,"SFMono-Regular","Cascadia Code",Consolas,"Noto Sans Mono CJK SC",monospace';

interface Colours {
  canvas: string;
  sheet: string;
  /** Table heads, hover, quiet fills. */
  quiet: string;
  line: string;
  text: string;
  muted: string;
  blue: string;
  onBlue: string;
  blueWash: string;
  green: string;
  amber: string;
  red: string;
}

/** Contrast of text, muted, blue, green, amber and red against canvas and sheet is at least 4.5 : 1. */
const light: Colours = {
  canvas: '#f7f8fa',
  sheet: '#ffffff',
  quiet: '#f3f5f8',
  line: '#e2e6ec',
  text: '#1c2430',
  muted: '#5b6676',
  blue: '#1d5bd1',
  onBlue: '#ffffff',
  blueWash: '#eaf1fd',
  green: '#1a7f46',
  amber: '#9a5b00',
  red: '#c6302b',
};
const dark: Colours = {
  canvas: '#12161c',
  sheet: '#1a1f27',
  quiet: '#222934',
  line: '#303946',
  text: '#e6eaf0',
  muted: '#9ba7b7',
  blue: '#7fabff',
  onBlue: '#0d1b33',
  blueWash: '#1f3050',
  green: '#5fc98c',
  amber: '#e5ad56',
  red: '#ff8a80',
};

export const lightTheme = themeOf('light', light);
export const darkTheme = themeOf('dark', dark);

function themeOf(mode: 'light' | 'dark', c: Colours): RaThemeOptions {
  const border = `1px solid ${c.line}`;
  const meaning = (main: string) => ({ main, light: main, dark: main, contrastText: c.onBlue });
  return {
    palette: {
      mode,
      primary: { main: c.blue, light: c.blueWash, dark: mode === 'light' ? '#174aab' : '#a7c5ff', contrastText: c.onBlue },
      secondary: { main: c.muted, contrastText: c.onBlue },
      success: meaning(c.green),
      warning: meaning(c.amber),
      error: meaning(c.red),
      info: meaning(c.blue),
      background: { default: c.canvas, paper: c.sheet },
      text: { primary: c.text, secondary: c.muted },
      divider: c.line,
      action: { active: c.muted, hover: c.quiet, selected: c.blueWash, hoverOpacity: 0.06 },
    },
    shape: { borderRadius: 8 },
    spacing: 4,
    sidebar: { width: 208, closedWidth: 56 },
    typography: {
      fontFamily,
      fontSize: 14,
      fontWeightMedium: 600,
      h1: { fontSize: 20, fontWeight: 600, lineHeight: 1.4 },
      h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.5 },
      h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.6 },
      h6: { fontSize: 16, fontWeight: 600, lineHeight: 1.5 },
      body1: { fontSize: 14, lineHeight: 1.6 },
      body2: { fontSize: 14, lineHeight: 1.6 },
      subtitle1: { fontSize: 14, fontWeight: 600 },
      subtitle2: { fontSize: 13, fontWeight: 600 },
      caption: { fontSize: 12, lineHeight: 1.6 },
      button: { fontSize: 14, fontWeight: 500, textTransform: 'none', letterSpacing: 0 },
      overline: { fontSize: 12, textTransform: 'none', letterSpacing: 0, lineHeight: 1.6 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums', WebkitFontSmoothing: 'antialiased' },
          'em, i': { fontStyle: 'normal' },
          'code, kbd, pre': { fontFamily: monospace, fontSize: '0.92em' },
          ':focus-visible': { outline: `2px solid ${c.blue}`, outlineOffset: 2 },
          '@keyframes banshi-flash': { from: { backgroundColor: c.blueWash }, to: { backgroundColor: 'transparent' } },
          '[data-flash]': { animation: 'banshi-flash 1.6s ease-out', borderRadius: 8 },
          '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: {
          root: { borderRadius: 6, minHeight: 32, paddingInline: 12, whiteSpace: 'nowrap' },
          outlined: { borderColor: c.line, color: c.text, backgroundColor: c.sheet, '&:hover': { backgroundColor: c.quiet, borderColor: c.muted } },
          outlinedError: { color: c.red },
        },
      },
      MuiIconButton: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6 } } },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundImage: 'none' }, elevation0: {}, elevation8: { border, boxShadow: '0 8px 24px rgba(16,24,40,.14)' } },
      },
      MuiCard: { styleOverrides: { root: { border, boxShadow: 'none' } } },
      MuiMenu: { defaultProps: { slotProps: { paper: { elevation: 8 } } } },
      MuiMenuItem: { styleOverrides: { root: { minHeight: 34, fontSize: 14 } } },
      MuiPopover: { defaultProps: { slotProps: { paper: { elevation: 8 } } } },
      MuiDialog: { styleOverrides: { paper: { border, boxShadow: '0 16px 48px rgba(16,24,40,.2)' } } },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 20px 8px' } } },
      MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px', gap: 4 } } },
      MuiDrawer: { styleOverrides: { paper: { borderLeft: border, boxShadow: 'none' } } },
      MuiToggleButton: { styleOverrides: { root: { borderColor: c.line, textTransform: 'none', paddingBlock: 4, '&.Mui-selected, &.Mui-selected:hover': { color: c.blue, backgroundColor: c.blueWash, fontWeight: 600 } } } },
      MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 }, styleOverrides: { tooltip: { fontSize: 12, backgroundColor: mode === 'light' ? '#2a3342' : '#3a4555' }, arrow: { color: mode === 'light' ? '#2a3342' : '#3a4555' } } },
      MuiChip: { styleOverrides: { root: { borderRadius: 6, fontSize: 12 }, sizeSmall: { height: 22 }, outlined: { borderColor: c.line } } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '8px 12px', fontWeight: 400, '&.Mui-selected': { fontWeight: 600 } } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: c.line, fontSize: 14 },
          sizeSmall: { padding: '4px 12px', height: 40 },
          head: { fontWeight: 600, fontSize: 13, color: c.muted, backgroundColor: c.quiet, whiteSpace: 'nowrap' },
        },
      },
      MuiTableRow: { styleOverrides: { root: { '&:last-child > td': { borderBottom: 0 } } } },
      MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: c.text } } } },
      MuiOutlinedInput: { styleOverrides: { root: { borderRadius: 6, backgroundColor: c.sheet }, notchedOutline: { borderColor: mode === 'light' ? '#c9d0da' : '#414c5c' }, inputSizeSmall: { paddingBlock: 7 }, multiline: { paddingBlock: 1 } } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
      MuiInputLabel: { styleOverrides: { root: { fontSize: 14 }, sizeSmall: { '&:not(.MuiInputLabel-shrink)': { transform: 'translate(14px, 6px) scale(1)' } } } },
      MuiFormHelperText: { styleOverrides: { root: { marginInline: 2, fontSize: 12 } } },
      MuiAlert: { styleOverrides: { root: { fontSize: 14, alignItems: 'center', border, padding: '4px 12px' }, standardError: { backgroundColor: mode === 'light' ? '#fdf1f0' : '#33201f', color: c.text }, standardWarning: { backgroundColor: mode === 'light' ? '#fdf6e7' : '#302616', color: c.text }, standardSuccess: { backgroundColor: mode === 'light' ? '#edf7f1' : '#17291f', color: c.text }, standardInfo: { backgroundColor: c.blueWash, color: c.text } } },
      MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2, backgroundColor: c.line } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiSvgIcon: { styleOverrides: { fontSizeSmall: { fontSize: 18 } } },
      MuiTablePagination: { styleOverrides: { toolbar: { minHeight: 44 }, root: { borderBottom: 0 } } },
      RaDataTable: {
        styleOverrides: {
          root: {
            '& .RaDataTable-tableWrapper': { overflow: 'auto', maxHeight: 'calc(100vh - 252px)', minHeight: 120 },
            '& .RaDataTable-thead': { position: 'sticky', top: 0, zIndex: 2 },
            '& .RaDataTable-headerCell': { backgroundColor: c.quiet, paddingBlock: 0 },
            '& td, & th': { whiteSpace: 'nowrap', maxWidth: 360, overflow: 'hidden', textOverflow: 'ellipsis' },
            '& .column-first, & td:first-of-type, & th:first-of-type': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: c.sheet },
            '& thead th:first-of-type': { backgroundColor: c.quiet, zIndex: 3 },
            '& tbody tr:hover > td:first-of-type': { backgroundColor: c.quiet },
            '& .RaDataTable-clickableRow:focus-visible': { outlineOffset: -2 },
          },
        },
      },
      RaBulkActionsToolbar: { styleOverrides: { root: { '& .RaBulkActionsToolbar-toolbar': { backgroundColor: c.blueWash, color: c.text } } } },
    } as RaThemeOptions['components'] & object,
  };
}
