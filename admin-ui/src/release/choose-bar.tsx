import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useMe } from '../providers/use-me.js';
import type { PlannedItem } from './release.js';
import { departmentsOf, excludeAllBut } from './selection.js';

/** Quick ways to choose: all, none, mine, a department's. */
export const ChooseBar: FC<{ items: readonly PlannedItem[]; onExclude: (next: ReadonlySet<string>) => void }> = ({ items, onExclude }) => {
  const t = useTranslate();
  const me = useMe();
  const departments = departmentsOf(items);
  const only = (matches: (item: PlannedItem) => boolean) => onExclude(excludeAllBut(items, matches));
  const mine = items.filter(({ byName }) => byName === me?.name).length;
  return (
    <Box role="group" aria-label={t('release.chooseBar')} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 3, py: 2 }}>
      <Button variant="text" onClick={() => only(() => true)}>
        {t('release.all', { count: items.length })}
      </Button>
      <Button variant="text" onClick={() => only(() => false)}>
        {t('release.none')}
      </Button>
      <Button variant="text" disabled={mine === 0} onClick={() => only(({ byName }) => byName === me?.name)}>
        {t('release.mine', { count: mine })}
      </Button>
      {departments.length > 0 && (
        <TextField select margin="none" label={t('release.department')} value="" onChange={(event) => only(({ department }) => department?.key === event.target.value)} sx={{ minWidth: 150, ml: 1 }}>
          {departments.map(({ key, title, count }) => (
            <MenuItem key={key} value={key}>
              {title} ({count})
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  );
};
