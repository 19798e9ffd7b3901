import type { Attachment } from '@banshi/forms';
import { ApiError, csrfHeader, refusalOf, spokenLanguage, type GraphqlErrorShape } from './graphql.js';
import { withSession } from './session-gate.js';

/**
 * Stores a file that a clerk adds to a case.
 * @throws ApiError
 */
export function uploadAttachment(file: File): Promise<Attachment> {
  return withSession(() => send(file));
}

async function send(file: File): Promise<Attachment> {
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
  if (answer?.error) throw await refusalOf({ message: answer.error.message, extensions: answer.error });
  throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
}
