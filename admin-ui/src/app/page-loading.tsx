import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';

/** The outline of a page while its code or data is on the way. */
export const PageLoading = () => {
  const t = useTranslate();
  return (
    <Box role="status" aria-label={t('shared.loading')} sx={{ p: 6 }}>
      <Skeleton variant="rounded" width={220} height={28} />
      <Skeleton variant="rounded" height={40} sx={{ mt: 5 }} />
      <Skeleton variant="rounded" height={220} sx={{ mt: 2 }} />
    </Box>
  );
};
