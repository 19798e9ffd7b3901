import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { SxProps, Theme } from '@mui/material/styles';
import type { FC, PropsWithChildren } from 'react';

/** The outer frame of every page. `narrow` for forms and text, `full` for lists and editors. */
export const Page: FC<PropsWithChildren<{ width?: 'narrow' | 'wide' | 'full' }>> = ({ width = 'wide', children }) => (
  <Box sx={{ px: { xs: 4, md: 6 }, pt: 4, pb: 8, maxWidth: { narrow: 880, wide: 1360, full: 'none' }[width] }}>{children}</Box>
);

/** A white sheet with a thin border. */
export const Sheet: FC<PropsWithChildren<{ sx?: SxProps<Theme>; label?: string }>> = ({ children, sx, label }) => (
  <Paper variant="outlined" component={label ? 'section' : 'div'} {...(label && { 'aria-label': label })} sx={[{ overflow: 'hidden' }, ...(Array.isArray(sx) ? sx : [sx])]}>
    {children}
  </Paper>
);
