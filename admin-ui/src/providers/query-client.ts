import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './graphql.js';

/** What the server refused is not asked again; a lost connection is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof ApiError && error.code === 'NETWORK' && failures < 2,
      staleTime: 5_000,
    },
  },
});
