import { useQuery } from '@tanstack/react-query';
import { getMe, type Me } from './me.js';

/** The signed-in person; null until known. */
export function useMe(): Me | null {
  return useQuery({ queryKey: ['me'], queryFn: getMe, staleTime: 60_000 }).data ?? null;
}

/** Asks whether the person may do something. Without a name the answer is yes. */
export function useCan(): { can: (permission?: string) => boolean; isPending: boolean } {
  const me = useMe();
  return { can: (permission) => me !== null && (!permission || me.permissions.includes(permission)), isPending: me === null };
}
