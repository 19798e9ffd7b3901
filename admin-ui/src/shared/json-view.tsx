import Box from '@mui/material/Box';
import type { FC } from 'react';
import { monospace } from '../app/theme.js';

/** A small JSON value as it is, for details that have no page of their own. */
export const JsonView: FC<{ value: unknown; label: string }> = ({ value, label }) => (
  <Box component="pre" tabIndex={0} aria-label={label} sx={{ m: 0, p: 3, borderRadius: 1, bgcolor: 'action.hover', fontFamily: monospace, fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 420, overflow: 'auto' }}>
    {JSON.stringify(value, null, 2)}
  </Box>
);
