import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '../shared/format.js';
import { shareWithoutClerk, type DayCount } from './stats.js';

/** Conversations a day, with those that needed a clerk on top; the numbers below. */
export const DayChart: FC<{ days: readonly DayCount[] }> = ({ days }) => {
  const t = useTranslate();
  const { palette, typography } = useTheme();
  const total = days.reduce((sum, { sessions }) => sum + sessions, 0);
  const busiest = days.reduce((most, day) => (day.sessions > most.sessions ? day : most), days[0]!);
  const finding = t('assistantStats.finding', { smart_count: total, day: busiest.day, most: busiest.sessions });
  const rows = days.map((day) => ({ ...day, clerk: day.sessions - day.withoutClerk }));
  const axis = { stroke: palette.text.secondary, fontSize: 12, fontFamily: typography.fontFamily as string, tickLine: false };
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography variant="h3" component="figcaption">
        {finding}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ m: 0, mb: 2 }}>
        {t('assistantStats.axes')}
      </Typography>
      <Box role="img" aria-label={finding} sx={{ height: 220 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} margin={{ top: 4, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke={palette.divider} vertical={false} />
            <XAxis dataKey="day" tickFormatter={(day: string) => day.slice(5)} {...axis} />
            <YAxis width={40} allowDecimals={false} {...axis} />
            <Tooltip contentStyle={{ backgroundColor: palette.background.paper, borderColor: palette.divider, borderRadius: 8, fontSize: 13 }} isAnimationActive={false} />
            <Bar dataKey="withoutClerk" stackId="sessions" name={t('assistantStats.byAssistant')} fill={palette.primary.main} isAnimationActive={false} />
            <Bar dataKey="clerk" stackId="sessions" name={t('assistantStats.byClerk')} fill={palette.warning.main} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </Box>
      <Box component="details" sx={{ mt: 2, '& summary': { cursor: 'pointer', minHeight: 32 } }}>
        <summary>{t('assistantStats.table')}</summary>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('assistantStats.day')}</TableCell>
              <TableCell align="right">{t('assistantStats.sessions')}</TableCell>
              <TableCell align="right">{t('assistantStats.withoutClerk')}</TableCell>
              <TableCell align="right">{t('assistantStats.cases')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {days.map((day) => {
              const share = shareWithoutClerk(day);
              return (
                <TableRow key={day.day}>
                  <TableCell>{day.day}</TableCell>
                  <TableCell align="right">{day.sessions}</TableCell>
                  <TableCell align="right">{share === null ? '—' : formatShare(share)}</TableCell>
                  <TableCell align="right">{day.cases}</TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
};
