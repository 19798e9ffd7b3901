import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ApiError } from '../providers/graphql.js';
import type { HallClient } from '../providers/hall-client.js';
import type { Interpretation, Screen } from './hall.js';

export interface Hall {
  client: HallClient;
  /** Separates what one channel answered from another's. */
  channel: string;
  go: (screen: Screen) => void;
  back: () => void;
  /** Tells the side panel what was understood. */
  onUnderstood: (text: string, answer: Interpretation) => void;
}

export const HallContext = createContext<Hall | null>(null);

/** The hall around a screen. */
export function useHall(): Hall {
  const hall = useContext(HallContext);
  if (!hall) throw new Error('useHall outside of a hall');
  return hall;
}

/** Reads from the hall API. The preview asks anew whenever a screen opens, so that it shows what is published now. */
export function useHallGet<T>(path: string, options: { refetchInterval?: number } = {}): UseQueryResult<T, ApiError> {
  const { client, channel } = useHall();
  return useQuery<T, ApiError>({ queryKey: ['hall', channel, path], queryFn: () => client.get<T>(path), staleTime: 0, gcTime: 0, retry: false, refetchOnWindowFocus: false, ...options });
}
