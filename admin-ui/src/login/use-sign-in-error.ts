import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError } from '../providers/graphql.js';
import { useErrorText } from '../shared/error-text.js';

/** What to tell somebody who could not sign in; which of name and password was wrong stays unsaid. */
export function useSignInError(): (error: unknown) => string {
  const t = useTranslate();
  const errorText = useErrorText();
  return useCallback(
    (error: unknown) => {
      if (error instanceof ApiError && error.code === 'LOCKED_OUT') return t('login.lockedOut', { minutes: Number(error.params['minutes'] ?? 15) });
      if (error instanceof ApiError && error.code === 'BAD_CREDENTIALS') return t('login.badCredentials');
      return errorText(error);
    },
    [t, errorText],
  );
}
