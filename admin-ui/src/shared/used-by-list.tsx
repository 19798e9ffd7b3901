import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { UsedBy } from '../providers/config-item/config-item.js';
import { placeOf } from './place.js';

/** Items that refer to something, or that it refers to; each opens at the place of the reference. */
export const UsedByList: FC<{ users: UsedBy[]; none: string; atReference?: boolean }> = ({ users, none, atReference }) => {
  const t = useTranslate();
  if (users.length === 0) return <Typography color="text.secondary">{none}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {users.map(({ kind, key, title, path }) => (
        <Box component="li" key={`${kind}${key}${path}`} sx={{ py: 1 }}>
          <MuiLink component={Link} to={placeOf(kind, key, atReference ? path : null)}>
            {title || key}
          </MuiLink>
          <Typography variant="caption" color="text.secondary" component="div">
            {t(`shared.kind.${kind}`)} · <code>{key}</code>
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
