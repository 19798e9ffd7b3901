import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/graphql.js';

/** What to tell a person about an error: the server's own words, or ours where no answer came. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslate();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return t('shared.error.unexpected');
      if (error.code === 'NETWORK') return t('shared.error.network');
      if (error.code === 'UNAUTHENTICATED') return t('shared.error.sessionEnded');
      if (error.code === 'INTERNAL') return t('shared.error.internal');
      if (error.code === 'NOT_FOUND') return t('shared.error.notFound');
      return error.message;
    },
    [t],
  );
}
