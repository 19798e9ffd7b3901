import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { formatCount } from '../../shared/format.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { KeyText, PersonName } from '../../shared/small-texts.js';
import type { Snapshot } from './training-set.js';

/** The immutable states of a training set, the newest first, each with its hash and how it is split. */
export const SnapshotTable: FC<{ snapshots: readonly Snapshot[]; label: string }> = ({ snapshots, label }) => {
  const t = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto', borderTop: 1, borderColor: 'divider' }} tabIndex={0} role="group" aria-label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('corpus.snapshot.name')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.count')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.train')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.validation')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.test')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.intents')}</TableCell>
            <TableCell align="right">{t('corpus.snapshot.slots')}</TableCell>
            <TableCell>{t('corpus.snapshot.hash')}</TableCell>
            <TableCell>{t('corpus.snapshot.taken')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...snapshots]
            .sort((a, b) => b.n - a.n)
            .map(({ id, n, count, splits, intents, slots, sha256, at, byName }) => (
              <TableRow key={id}>
                <TableCell>#{n}</TableCell>
                {[count, splits.train, splits.validation, splits.test, intents.length, slots.length].map((value, index) => (
                  <TableCell key={index} align="right">
                    {formatCount(value)}
                  </TableCell>
                ))}
                <TableCell>
                  <KeyText value={sha256} short={12} />
                </TableCell>
                <TableCell>
                  <RelativeTime at={at} /> · <PersonName person={byName} />
                </TableCell>
              </TableRow>
            ))}
        </TableBody>
      </Table>
    </Box>
  );
};
