import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { divisionChildren, divisionPath } from '@banshi/values';
import type { WidgetProps } from '@rjsf/utils';
import { type FC, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { ariaOf } from './control.js';

const levels = ['province', 'city', 'county'] as const;

/** Province, city, county one after the other; what is chosen so far is the value, as a six-digit code (GB/T 2260). */
export const DivisionWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const path = useMemo(() => divisionPath(String(props.value ?? '')).map(({ code }) => code), [props.value]);
  const choose = (level: number, code: string) => props.onChange(code || path[level - 1]);
  return (
    <Box role="group" aria-labelledby={`${props.id}-label`} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))' }}>
      {levels.map((name, level) => {
        const parent = level === 0 ? null : path[level - 1];
        const children = parent === undefined ? [] : divisionChildren(parent);
        if (level > 0 && (parent === undefined || children.length === 0)) return null;
        return (
          <TextField
            key={name}
            select
            fullWidth
            margin="none"
            id={`${props.id}-${name}`}
            label={t(`forms.fill.${name}`)}
            value={path[level] ?? ''}
            error={(props.rawErrors?.length ?? 0) > 0}
            onChange={(event) => choose(level, event.target.value)}
            slotProps={{ select: { SelectDisplayProps: ariaOf(props), MenuProps: { slotProps: { paper: { sx: { maxHeight: 360 } } } } } }}
          >
            <MenuItem value="">{t('forms.fill.choose')}</MenuItem>
            {children.map((division) => (
              <MenuItem key={division.code} value={division.code}>
                {division.name}
              </MenuItem>
            ))}
          </TextField>
        );
      })}
    </Box>
  );
};
