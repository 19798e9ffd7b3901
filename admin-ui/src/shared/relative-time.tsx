import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { type FC, useEffect, useState } from 'react';
import { useLocaleState } from 'react-admin';
import { absoluteTime, relativeTime } from './time.js';

/** A moment as distance from now; the exact time on hover and for screen readers. */
export const RelativeTime: FC<{ at: string | Date | null | undefined; none?: string }> = ({ at, none = '—' }) => {
  const [locale] = useLocaleState();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (!at) return <>{none}</>;
  const date = new Date(at);
  return (
    <Tooltip title={absoluteTime(date, true)}>
      <Box component="time" dateTime={date.toISOString()} sx={{ whiteSpace: 'nowrap' }}>
        {relativeTime(date, now, locale)}
      </Box>
    </Tooltip>
  );
};
