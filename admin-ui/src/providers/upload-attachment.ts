import type { Attachment } from '@banshi/forms';
import { ApiError, apiError, csrfHeader, spokenLanguage, type GraphqlErrorShape } from './graphql.js';

/**
 * Stores a file that a clerk adds to a case.
 * @throws ApiError
 */
export async function uploadAttachment(file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file);
  let response: Response;
  try {
    response = await fetch('/api/cases/attachments', { method: 'POST', credentials: 'same-origin', headers: { 'accept-language': spokenLanguage(), ...csrfHeader }, body });
  } catch (cause) {
    throw new ApiError('NETWORK', String(cause));
  }
  const answer = (await response.json().catch(() => null)) as (Attachment & { error?: { message: string } & GraphqlErrorShape['extensions'] }) | null;
  if (response.ok && answer) return answer;
  if (answer?.error) throw apiError({ message: answer.error.message, extensions: answer.error });
  throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
}
