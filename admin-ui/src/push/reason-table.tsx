import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Sheet } from '../shared/page.js';
import type { Campaign } from './push.js';

/** How each condition came out, and what is not known of how many. */
export const ReasonTable: FC<{ campaign: Campaign }> = ({ campaign: { reasons, missing } }) => {
  const t = useTranslate();
  if (reasons.length === 0) return <Typography sx={{ mb: 4 }}>{t('push.noConditions')}</Typography>;
  return (
    <Sheet sx={{ p: 4, mb: 4 }} label={t('push.reasons')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('push.reasons')}
      </Typography>
      <Box sx={{ overflow: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('push.condition')}</TableCell>
              {(['fits', 'unfit', 'unknown'] as const).map((verdict) => (
                <TableCell key={verdict} align="right">
                  {t(`push.verdict.${verdict}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {reasons.map(({ key, title, fits, unfit, unknown }) => (
              <TableRow key={key}>
                <TableCell>{title}</TableCell>
                {[fits, unfit, unknown].map((count, index) => (
                  <TableCell key={index} align="right">
                    {count}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {missing.length > 0 && (
        <Typography color="text.secondary" sx={{ mt: 2 }}>
          {t('push.missing')}
          {missing.map(({ title, people, isConsent }) => t(isConsent ? 'push.missingConsent' : 'push.missingOne', { title, n: people })).join(t('push.separator'))}
        </Typography>
      )}
    </Sheet>
  );
};
