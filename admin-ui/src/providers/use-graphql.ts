import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import { graphql, subscribe, type ApiError } from './graphql.js';
import { useErrorText } from '../shared/error-text.js';

interface QueryOptions {
  enabled?: boolean;
  /** Milliseconds between refreshes, for what no subscription tells. */
  refetchInterval?: number;
}

/** Reads one document. The cache key is the document with its variables. */
export function useGraphql<T>(document: string, variables: Record<string, unknown> = {}, options: QueryOptions = {}): UseQueryResult<T, ApiError> {
  return useQuery<T, ApiError>({ queryKey: ['graphql', document, variables], queryFn: ({ signal }) => graphql<T>(document, variables, signal), ...options });
}

interface MutationOptions<T> {
  onSuccess?: (data: T) => void;
  /** Return true when the page shows the error itself; otherwise it is announced. */
  onError?: (error: ApiError) => boolean;
  /** i18n key announced after success. */
  success?: string;
}

/** Writes with one document; afterwards everything on the page is read again. */
export function useGraphqlMutation<T, V extends Record<string, unknown> = Record<string, unknown>>(
  document: string,
  options: MutationOptions<T> = {},
): UseMutationResult<T, ApiError, V> {
  const client = useQueryClient();
  const notify = useNotify();
  const errorText = useErrorText();
  return useMutation<T, ApiError, V>({
    mutationFn: (variables) => graphql<T>(document, variables),
    onSuccess: (data) => {
      void client.invalidateQueries();
      if (options.success) notify(options.success, { type: 'success' });
      options.onSuccess?.(data);
    },
    onError: (error) => {
      if (!options.onError?.(error)) notify(errorText(error), { type: 'error' });
    },
  });
}

/** Follows a subscription while the component is shown. */
export function useSubscription<T>(document: string, variables: Record<string, unknown>, onNext: (data: T) => void): void {
  const latest = useRef(onNext);
  latest.current = onNext;
  const key = JSON.stringify(variables);
  useEffect(() => subscribe<T>(document, JSON.parse(key) as Record<string, unknown>, (data) => latest.current(data)), [document, key]);
}
