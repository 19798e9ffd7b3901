import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { utterancesPath } from '../corpus/utterances-path.js';
import type { UsedBy } from '../providers/config-item/config-item.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { fieldOfPath } from './field-of-path.js';

/** The form fields that the slot fills, each opening at its place. */
export const BoundFields: FC<{ users: UsedBy[]; slot: string }> = ({ users, slot }) => {
  const t = useTranslate();
  const canSeeUtterances = useCan().can('corpus.read');
  const fields = users.filter(({ kind }) => kind === 'form');
  return (
    <Sheet label={t('slots.fields')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, py: 3 }}>
        <Typography variant="h2">{t('slots.fields')}</Typography>
        <Typography color="text.secondary">{fields.length}</Typography>
        <Box sx={{ flex: 1 }} />
        {canSeeUtterances && (
          <Button variant="outlined" component={Link} to={utterancesPath({ slot })}>
            {t('slots.showUtterances')}
          </Button>
        )}
      </Box>
      {fields.length === 0 ? (
        <EmptyState dense title={t('slots.noFields')} hint={t('slots.noFieldsHint')} />
      ) : (
        <Table size="small" aria-label={t('slots.fields')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('slots.form')}</TableCell>
              <TableCell>{t('slots.field')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map(({ kind, key, title, path }) => (
              <TableRow key={key + path} hover>
                <TableCell>
                  <MuiLink component={Link} to={placeOf(kind, key, path)}>
                    {title || key}
                  </MuiLink>
                </TableCell>
                <TableCell>
                  <code>{fieldOfPath(path)}</code>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Sheet>
  );
};
