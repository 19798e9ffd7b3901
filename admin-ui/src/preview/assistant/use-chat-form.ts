import { fieldNames, fieldTitle, type FormBody } from '@banshi/forms';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiError } from '../../providers/graphql.js';
import type { HallClient } from '../../providers/hall-client.js';
import type { HallForm } from '../hall.js';

/** The form of the service that is being filled. */
export function useChatForm(client: HallClient, channel: string, service: string | null): UseQueryResult<HallForm, ApiError> {
  return useQuery<HallForm, ApiError>({ queryKey: ['hall', channel, 'chat-form', service], queryFn: () => client.get(`/services/${encodeURIComponent(service!)}/form`), enabled: service !== null, staleTime: 0, gcTime: 0, retry: false, refetchOnWindowFocus: false });
}

/** Titles of a form's fields by name. */
export const titlesOf = (form: Pick<FormBody, 'schema'> | null | undefined): Record<string, string> => (form ? Object.fromEntries(fieldNames(form as FormBody).map((name) => [name, fieldTitle(form as FormBody, name)])) : {});
