import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { formatShare } from '../shared/format.js';
import { placeOf } from '../shared/place.js';
import { worstFields, type FieldCount } from './stats.js';

const shown = 20;

/** The fields at which people stop, the worst first; each leads to its service. */
export const DropOutTable: FC<{ fields: readonly FieldCount[] }> = ({ fields }) => {
  const t = useTranslate();
  const worst = worstFields(fields).slice(0, shown);
  const [first] = worst;
  return (
    <>
      <Typography variant="h3">{first ? t('assistantStats.dropOutFinding', { title: first.title, service: first.service.title, share: formatShare(first.left / first.asked) }) : t('assistantStats.noDropOut')}</Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ m: 0, mb: 2 }}>
        {t('assistantStats.dropOutHint')}
      </Typography>
      {worst.length > 0 && (
        <TableContainer tabIndex={0}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('assistantStats.service')}</TableCell>
                <TableCell>{t('assistantStats.field')}</TableCell>
                {(['asked', 'filled', 'skipped', 'left'] as const).map((name) => (
                  <TableCell key={name} align="right">
                    {t(`assistantStats.${name}`)}
                  </TableCell>
                ))}
                <TableCell>{t('assistantStats.leftShare')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {worst.map(({ service, field, title, asked, filled, skipped, left }) => (
                <TableRow key={`${service.key} ${field}`}>
                  <TableCell>
                    <MuiLink component={Link} to={placeOf('service', service.key, '/form')}>
                      {service.title}
                    </MuiLink>
                  </TableCell>
                  <TableCell>{title}</TableCell>
                  <TableCell align="right">{asked}</TableCell>
                  <TableCell align="right">{filled}</TableCell>
                  <TableCell align="right">{skipped}</TableCell>
                  <TableCell align="right">{left}</TableCell>
                  <TableCell>
                    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                      <Box aria-hidden sx={{ width: 80, height: 8, bgcolor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
                        <Box sx={{ width: `${(left / asked) * 100}%`, height: '100%', bgcolor: 'warning.main' }} />
                      </Box>
                      {formatShare(left / asked)}
                    </Box>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
};
