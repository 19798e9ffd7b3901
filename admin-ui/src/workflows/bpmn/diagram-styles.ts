import type { SxProps, Theme } from '@mui/material/styles';

/** bpmn-js in our colours, light and dark. Its mark keeps its place, its size and full contrast. */
export const diagramStyles: SxProps<Theme> = (theme) => {
  const { palette } = theme;
  return {
    position: 'relative',
    overflow: 'hidden',
    bgcolor: 'background.default',
    '& .djs-parent, & .djs-container, & .bjs-container': {
      '--bio-surface': palette.background.paper,
      '--bio-surface-overlay': palette.background.paper,
      '--bio-surface-subtle': palette.background.paper,
      '--bio-surface-medium': palette.action.hover,
      '--bio-text': palette.text.primary,
      '--bio-text-subtle': palette.text.secondary,
      '--bio-text-subtlest': palette.text.secondary,
      '--bio-border': palette.divider,
      '--bio-primary': palette.primary.main,
      '--bio-primary-surface': palette.primary.light,
      '--bio-danger': palette.error.main,
      '--bio-focus': palette.primary.main,
      '--bio-canvas-accent': palette.primary.main,
      '--bio-canvas-accent-subtle': palette.primary.main,
      '--bio-selected-surface': palette.primary.light,
      '--canvas-fill-color': palette.background.default,
      '--popup-font-family': theme.typography.fontFamily,
      height: '100%',
    },
    // One narrow column: bpmn-js would take two, at the cost of the drawing, on the usual screen.
    '& .djs-palette, & .djs-palette.two-column': { border: `1px solid ${palette.divider}`, borderRadius: '8px', top: '12px', left: '12px', width: '46px', overflow: 'hidden' },
    '& .djs-palette .entry': { width: '44px', height: '36px', lineHeight: '36px', fontSize: '23px', float: 'none' },
    '& .djs-palette .separator': { margin: '4px 6px', padding: 0 },
    '& svg:focus': { outline: 'none' },
    '& svg:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: '-3px' },
    '& .djs-direct-editing-parent': { bgcolor: 'background.paper', borderColor: palette.primary.main },
    '& .bjs-powered-by': { zIndex: 100 },
    '& .bjs-powered-by svg': { color: palette.text.primary },
    // The modeler outlines what is selected; a viewer leaves that to us.
    ...marker('selected', { stroke: palette.primary.main, strokeWidth: '3px' }),
    ...marker('banshi-active', { stroke: palette.primary.main, strokeWidth: '3px', fill: palette.primary.light }),
    ...marker('banshi-done', { stroke: palette.success.main, strokeWidth: '2.5px' }),
    ...marker('banshi-problem', { stroke: palette.error.main, strokeWidth: '2.5px' }),
    ...marker('banshi-warning', { stroke: palette.warning.main }),
    ...marker('banshi-added', { stroke: palette.success.main, strokeWidth: '3px' }),
    ...marker('banshi-changed', { stroke: palette.warning.main, strokeWidth: '3px' }),
    ...marker('banshi-removed', { stroke: palette.error.main, strokeWidth: '3px', strokeDasharray: '6 4' }),
    '& .djs-overlay': { fontFamily: theme.typography.fontFamily },
  };
};

/** Outlines a shape or a flow that carries a marker. bpmn-js sets its own colours inline, hence `!important`. */
function marker(name: string, { fill, strokeWidth, ...stroke }: Record<string, string>): Record<string, Record<string, string>> {
  const important = (styles: Record<string, string>) => Object.fromEntries(Object.entries(styles).map(([property, value]) => [property, `${value} !important`]));
  return {
    [`& .djs-shape.${name} .djs-visual > :is(rect, circle, polygon):first-of-type`]: important({ ...stroke, ...(strokeWidth && { strokeWidth }), ...(fill && { fill }) }),
    // Arrow heads grow with the width of their flow, so that stays.
    [`& .djs-connection.${name} .djs-visual > path`]: important(stroke),
  };
}
