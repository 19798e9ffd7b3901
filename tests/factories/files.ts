import type { TestClient } from './client.js';

/** Sends a file; returns the id of the upload. */
export async function upload(client: TestClient, content: string | Uint8Array | Blob, name = 'file'): Promise<string> {
  const form = new FormData();
  form.append('file', content instanceof Blob ? content : new Blob([content as BlobPart]), name);
  const response = await client.fetch('/api/uploads', { method: 'POST', body: form });
  const answer = (await response.json()) as { id: string };
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.id;
}

export interface FinishedOperation {
  id: string;
  state: string;
  result: Record<string, unknown> | null;
  error: { code: string; message: string; details?: unknown } | null;
}

/** The operation once it has ended. */
export async function finished(client: TestClient, id: string, timeoutMs = 100_000): Promise<FinishedOperation> {
  for (const until = Date.now() + timeoutMs; Date.now() < until; ) {
    const { operation } = await client.query<{ operation: FinishedOperation }>('query ($id: ID!) { operation(id: $id) { id state result error { code message details } } }', { id });
    if (operation.state !== 'QUEUED' && operation.state !== 'RUNNING') return operation;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`operation ${id} has not ended after ${timeoutMs} ms`);
}
