import Box from '@mui/material/Box';
import type { FC } from 'react';

/** The mark: a form with a tick. */
export const Brand: FC<{ size: number }> = ({ size }) => (
  <Box component="svg" viewBox="0 0 32 32" aria-hidden sx={{ width: size, height: size, flexShrink: 0 }}>
    <rect width="32" height="32" rx="7" fill="#1d5bd1" />
    <path d="M8 11h16M8 16h10M8 21h7" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    <path d="M18.5 20.5l2.6 2.6 4.6-5.2" stroke="#fff" strokeWidth="2.6" fill="none" strokeLinecap="round" strokeLinejoin="round" />
  </Box>
);
