import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC, PropsWithChildren } from 'react';

export const PropertyGroup: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <Box component="section" aria-label={title} sx={{ mt: 4, pt: 3, borderTop: 1, borderColor: 'divider' }}>
    <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
      {title}
    </Typography>
    {children}
  </Box>
);
