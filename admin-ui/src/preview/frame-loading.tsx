import Skeleton from '@mui/material/Skeleton';
import type { FC } from 'react';

export const FrameLoading: FC = () => <Skeleton variant="rounded" height={790} sx={{ maxWidth: 392 }} />;
