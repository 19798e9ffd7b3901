import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { Link } from 'react-router-dom';
import { formatCount } from './format.js';

interface StatNumberProps {
  value: number | string | null | undefined;
  label: string;
  hint?: string;
  to?: string | undefined;
  tone?: 'bad' | 'notice' | undefined;
}

/** One number with what it counts; pressing it opens the list behind it. */
export const StatNumber: FC<StatNumberProps> = ({ value, label, hint, to, tone }) => {
  const colour = tone === 'bad' ? 'error.main' : tone === 'notice' ? 'warning.main' : 'text.primary';
  return (
    <Box
      {...(to && { component: Link, to })}
      sx={{
        display: 'block',
        p: 4,
        color: 'text.primary',
        textDecoration: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        ...(to && { '&:hover': { borderColor: 'primary.main' } }),
      }}
    >
      <Typography color="text.secondary" sx={{ fontSize: 13 }}>
        {label}
      </Typography>
      <Typography component="div" sx={{ fontSize: 26, fontWeight: 600, lineHeight: 1.3, color: colour }}>
        {value === null || value === undefined ? '—' : typeof value === 'number' ? formatCount(value) : value}
      </Typography>
      {hint && (
        <Typography variant="caption" color="text.secondary">
          {hint}
        </Typography>
      )}
    </Box>
  );
};
