import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Change } from '../providers/config-item/config-item.js';
import { monospace } from '../app/theme.js';
import { TextDiff } from './text-diff.js';

/** A list of changes, each named as on the page that made it, with before and after. */
export const DiffView: FC<{ changes: Change[] }> = ({ changes }) => {
  const t = useTranslate();
  if (changes.length === 0) return <Typography color="text.secondary">{t('shared.diff.none')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {changes.map((change) => (
        <Box component="li" key={`${change.path}:${change.type}`} sx={{ py: 2, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
          <Typography variant="subtitle2" component="div" title={change.path}>
            {change.label}
            <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2, fontWeight: 400 }}>
              {t(`shared.diff.${typeOf(change)}`)}
            </Typography>
          </Typography>
          <ChangeValues before={change.before} after={change.after} />
        </Box>
      ))}
    </Box>
  );
};

const typeOf = ({ before, after }: Change) => (before === null || before === undefined ? 'added' : after === null || after === undefined ? 'removed' : 'changed');

/** Before and after of one place: texts inline, other values as two lines. */
export const ChangeValues: FC<{ before: unknown; after: unknown }> = ({ before, after }) => {
  if ((typeof before === 'string' || isAbsent(before)) && (typeof after === 'string' || isAbsent(after))) {
    return <TextDiff before={isAbsent(before) ? '' : String(before)} after={isAbsent(after) ? '' : String(after)} />;
  }
  return (
    <Box sx={{ fontFamily: monospace, fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 260, overflow: 'auto' }}>
      <TextDiff before={asText(before)} after={asText(after)} />
    </Box>
  );
};

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const asText = (value: unknown) => (isAbsent(value) ? '' : JSON.stringify(value, null, 2));
