import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC, ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** The next step, in words. */
  hint?: ReactNode;
  /** The next step, as a button. */
  action?: ReactNode;
  code?: string;
  dense?: boolean;
  /** It is the whole page, so its title is the page's. */
  isPage?: boolean;
}

/** Where nothing is yet: says so, and what to do next. */
export const EmptyState: FC<EmptyStateProps> = ({ title, hint, action, code, dense, isPage }) => (
  <Box sx={{ py: dense ? 6 : 16, px: 6, textAlign: 'center', maxWidth: 520, mx: 'auto' }}>
    {!dense && (
      <Box component="svg" viewBox="0 0 96 64" aria-hidden sx={{ width: 96, mb: 3, color: 'divider' }}>
        <rect x="18" y="8" width="60" height="48" rx="6" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M30 22h36M30 32h24M30 42h14" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      </Box>
    )}
    <Typography variant={dense ? 'h3' : 'h2'} component={isPage ? 'h1' : 'h2'}>
      {title}
    </Typography>
    {hint && (
      <Typography color="text.secondary" sx={{ mt: 1 }}>
        {hint}
      </Typography>
    )}
    {action && <Box sx={{ mt: 4, display: 'flex', gap: 2, justifyContent: 'center' }}>{action}</Box>}
    {code && (
      <Typography variant="caption" color="text.secondary" component="div" sx={{ mt: 3 }}>
        {code}
      </Typography>
    )}
  </Box>
);
