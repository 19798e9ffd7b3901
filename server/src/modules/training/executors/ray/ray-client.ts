import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import type { RayEnvironment } from '../../../../platform/configuration/environment.js';
import { trainingErrors as E } from '../../training.errors.js';

const timeoutMs = 10_000;

const jobInfo = z.object({
  status: z.enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED']),
  message: z.string().nullish(),
  driver_exit_code: z.number().nullish(),
});
export type RayJob = z.infer<typeof jobInfo>;

export interface Submission {
  id: string;
  entrypoint: string;
  workingDir: string;
  environment: Record<string, string>;
  gpus: number;
}

/** The cluster does not answer: it may be back in a moment, or never. */
export class RayLost extends Error {}

/** Ray's Jobs REST API, as far as a training needs it. Throws RayLost while the cluster does not answer. */
export class RayClient {
  constructor(private readonly ray: RayEnvironment) {}

  async version(): Promise<string> {
    const { ray_version } = JSON.parse((await this.request('GET', '/api/version')).text) as { ray_version?: string };
    return ray_version ?? '?';
  }

  /** Puts code where jobs find it; the name is by its content, so that it is put once. */
  async upload(name: string, content: Buffer): Promise<string> {
    await this.request('PUT', `/api/packages/gcs/${name}`, { body: content, type: 'application/octet-stream' });
    return `gcs://${name}`;
  }

  /** False where a submission of that id is there already: an earlier request got through, though its answer did not. */
  async submit({ id, entrypoint, workingDir, environment, gpus }: Submission): Promise<boolean> {
    const body = JSON.stringify({ entrypoint, submission_id: id, runtime_env: { working_dir: workingDir, env_vars: environment }, ...(gpus > 0 ? { entrypoint_num_gpus: gpus } : {}) });
    const answer = await this.request('POST', '/api/jobs/', { body, type: 'application/json' }, [400, 500]);
    if (answer.isOk) return true;
    if (answer.text.includes('already exists')) return false;
    throw new DomainError(E.RAY_REFUSED, { params: { reason: lastLine(answer.text) } });
  }

  /** Null for one that the cluster does not know, such as after it was started anew. */
  async job(id: string): Promise<RayJob | null> {
    const answer = await this.request('GET', `/api/jobs/${id}`, {}, [404]);
    return answer.isOk ? jobInfo.parse(JSON.parse(answer.text)) : null;
  }

  async logs(id: string): Promise<string> {
    const answer = await this.request('GET', `/api/jobs/${id}/logs`, {}, [404, 500]);
    return answer.isOk ? ((JSON.parse(answer.text) as { logs?: string | null }).logs ?? '') : '';
  }

  /** One that has ended meanwhile is stopped enough. */
  async stop(id: string): Promise<void> {
    await this.request('POST', `/api/jobs/${id}/stop`, {}, [400, 404, 500]);
  }

  private async request(method: string, path: string, content: { body?: string | Buffer; type?: string } = {}, expected: readonly number[] = []): Promise<Answer> {
    const { url, token } = this.ray;
    const headers = { ...(content.type ? { 'content-type': content.type } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await send(url + path, method, headers, content.body).catch((error: Error) => {
      throw new RayLost(error.message.slice(0, 200));
    });
    const { status } = answer;
    if (status === 401 || status === 403) throw new DomainError(E.RAY_UNAUTHORISED, { params: { url } });
    if (answer.isOk || expected.includes(status)) return answer;
    if (status < 500 && ![408, 425, 429].includes(status)) throw new DomainError(E.RAY_REFUSED, { params: { reason: `HTTP ${status}: ${lastLine(answer.text)}` } });
    // A proxy in front of a cluster that is gone, or a head that is about to be there.
    throw new RayLost(`HTTP ${status}: ${lastLine(answer.text)}`);
  }
}

interface Answer {
  status: number;
  isOk: boolean;
  text: string;
}

/** Not `fetch`: Ray takes its Sec-Fetch headers for those of a browser, which it lets write nothing. */
function send(url: string, method: string, headers: Record<string, string>, body?: string | Buffer): Promise<Answer> {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body ?? '') }, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      text(response).then((content) => resolve({ status: response.statusCode!, isOk: response.statusCode! < 300, text: content }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Errors come as plain text, some of them tracebacks, of which the last line says most. */
const lastLine = (text: string) => text.trim().split('\n').at(-1)!.slice(0, 300);
