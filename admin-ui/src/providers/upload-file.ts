import { ApiError, csrfHeader, type GraphqlErrorShape, refusalOf, spokenLanguage } from './graphql.js';
import { withSession } from './session-gate.js';

export interface Upload {
  id: string;
  name: string;
  size: number;
}

/**
 * Sends one file to the server's uploads. `onProgress` hears the share that has been sent, 0 to 1.
 * @throws ApiError
 */
export function uploadFile(file: File, onProgress: (share: number) => void = () => undefined): Promise<Upload> {
  return withSession(() => send(file, onProgress));
}

function send(file: File, onProgress: (share: number) => void): Promise<Upload> {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    // fetch tells nothing of how much has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/uploads');
    for (const [name, value] of Object.entries({ 'accept-language': spokenLanguage(), ...csrfHeader })) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = parse(request.responseText) as (Upload & { error?: { code?: string; message?: string } }) | null;
      if (request.status < 300 && answer?.id) resolve(answer);
      else if (answer?.error?.code) void refusalOf({ message: answer.error.message ?? '', extensions: answer.error as NonNullable<GraphqlErrorShape['extensions']> }).then(reject);
      else reject(new ApiError(request.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${request.status}`));
    });
    request.addEventListener('error', () => reject(new ApiError('NETWORK', 'upload')));
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
