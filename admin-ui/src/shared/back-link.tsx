import ChevronLeft from '@mui/icons-material/ChevronLeftOutlined';
import MuiLink from '@mui/material/Link';
import type { FC } from 'react';
import { Link } from 'react-router-dom';

/** One step up, above a page's title. */
export const BackLink: FC<{ to: string; label: string }> = ({ to, label }) => (
  <MuiLink component={Link} to={to} sx={{ display: 'inline-flex', alignItems: 'center', fontSize: 13, color: 'text.secondary', ml: -1 }}>
    <ChevronLeft sx={{ fontSize: 16 }} />
    {label}
  </MuiLink>
);
