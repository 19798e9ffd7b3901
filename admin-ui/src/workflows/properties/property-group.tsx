import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC, PropsWithChildren, ReactNode } from 'react';

/** A titled part of the properties panel. */
export const PropertyGroup: FC<PropsWithChildren<{ title: string; hint?: ReactNode; action?: ReactNode }>> = ({ title, hint, action, children }) => (
  <Box component="section" sx={{ py: 3, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 32, gap: 2 }}>
      <Typography variant="h3" component="h2">{title}</Typography>
      {action}
    </Box>
    {hint && (
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mb: 1 }}>
        {hint}
      </Typography>
    )}
    {children}
  </Box>
);
