import Add from '@mui/icons-material/AddOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Remove from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';

const looks = { ADDED: [Add, 'success.main', 'added'], CHANGED: [Edit, 'warning.main', 'changed'], REMOVED: [Remove, 'error.main', 'removed'] } as const;

/** Added, changed or removed, in a word and an icon. */
export const ChangeMark: FC<{ change: keyof typeof looks }> = ({ change }) => {
  const t = useTranslate();
  const [Icon, colour, word] = looks[change];
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: colour, fontSize: 12, whiteSpace: 'nowrap', flexShrink: 0 }}>
      <Icon sx={{ fontSize: 15 }} />
      {t(`shared.diff.${word}`)}
    </Box>
  );
};
