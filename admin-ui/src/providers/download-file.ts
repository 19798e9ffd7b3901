import { ApiError, csrfHeader, type GraphqlErrorShape, refusalOf, spokenLanguage } from './graphql.js';
import { withSession } from './session-gate.js';

/**
 * Fetches a file of the server and hands it to the browser to be kept under `name`. A plain link would show the server's
 * refusal in place of the page.
 * @throws ApiError
 */
export async function downloadFile(url: string, name: string): Promise<void> {
  const content = await withSession(() => read(url));
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The browser takes the content after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function read(url: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', headers: { 'accept-language': spokenLanguage(), ...csrfHeader } });
  } catch (cause) {
    throw new ApiError('NETWORK', String(cause));
  }
  if (response.ok) return response.blob();
  const answer = (await response.json().catch(() => null)) as { error?: { message?: string } & NonNullable<GraphqlErrorShape['extensions']> } | null;
  if (answer?.error) throw await refusalOf({ message: answer.error.message ?? '', extensions: answer.error });
  throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
}
