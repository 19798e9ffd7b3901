import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/graphql.js';
import { useErrorText } from './error-text.js';

/** What happened, what to do, and small beside it the code to quote. */
export const ErrorPanel: FC<{ error: unknown; onRetry?: () => void }> = ({ error, onRetry }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  return (
    <Alert
      severity="error"
      sx={{ m: 4 }}
      action={
        onRetry && (
          <Button onClick={onRetry} variant="outlined">
            {t('shared.retry')}
          </Button>
        )
      }
    >
      <Box component="span">{errorText(error)}</Box>
      <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
        {error instanceof ApiError ? error.code : 'CLIENT'}
      </Typography>
    </Alert>
  );
};
