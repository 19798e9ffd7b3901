import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { bytesText } from '../../../platform/files/free-space.js';
import { OperationCancelled } from '../../../platform/jobs/operation-run.js';
import { registryErrors } from '../registry.errors.js';
import { type BaseModelFile, baseModelFileNames, baseModelFiles } from './base-model-files.js';
import { requireSpace } from './base-model-sources.js';

const E = registryErrors;
const namePattern = /^[A-Za-z0-9][\w.-]{0,95}(\/[A-Za-z0-9][\w.-]{0,95})?$/;
const revisionPattern = /^[A-Za-z0-9][\w./-]{0,99}$/;
/** A file that gives nothing for this long is given up; the operation is tried again. */
const stallMs = 60_000;
/** Weights that a hub may have instead of safetensors. */
const pickles = ['pytorch_model.bin', 'tf_model.h5', 'flax_model.msgpack'];

export interface HubOrder {
  name: string;
  revision: string;
  target: string;
  signal: AbortSignal;
  report(share: number | null, file: string): void;
}

/** Fetches base models by name: plain HTTP, `<hub>/<name>/resolve/<revision>/<file>`, nothing but the files that count. */
@Injectable()
export class HubSource {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Throws HUB_OFF or HUB_NAME. */
  check(name: string, revision: string): void {
    if (!this.environment.hub) throw new DomainError(E.HUB_OFF, { field: 'input.source' });
    if (!namePattern.test(name) || name.includes('..')) throw new DomainError(E.HUB_NAME, { field: 'input.location', params: { name: name.slice(0, 100) } });
    if (!revisionPattern.test(revision) || revision.includes('..')) throw new DomainError(E.HUB_NAME, { field: 'input.revision', params: { name: revision.slice(0, 100) } });
  }

  address(name: string): string {
    return `${this.environment.hub!.url}/${name}`;
  }

  async fetch(order: HubOrder): Promise<void> {
    this.check(order.name, order.revision);
    // The small files first: what cannot be used is known before hundreds of megabytes are fetched.
    const weights = (name: BaseModelFile) => Number(name === 'model.safetensors');
    for (const name of [...baseModelFileNames].sort((a, b) => weights(a) - weights(b))) {
      const isThere = await this.fetchFile(order, name);
      if (isThere || !baseModelFiles[name].isRequired) continue;
      if (name === 'model.safetensors') await this.refusePickles(order);
      throw new DomainError(E.HUB_MODEL_MISSING, { params: { name: order.name, file: name } });
    }
  }

  private async fetchFile(order: HubOrder, name: BaseModelFile): Promise<boolean> {
    const { signal, target, report } = order;
    const { maxBytes } = baseModelFiles[name];
    const stall = new AbortController();
    let timer = setTimeout(() => stall.abort(), stallMs);
    try {
      const response = await this.request(order, name, 'GET', AbortSignal.any([signal, stall.signal]));
      if (!response) return false;
      const length = Number(response.headers.get('content-length') ?? Number.NaN);
      if (length > maxBytes) throw tooLarge(name, maxBytes);
      if (Number.isFinite(length)) await requireSpace(target, length);
      let received = 0;
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, callback) {
          received += chunk.length;
          clearTimeout(timer);
          timer = setTimeout(() => stall.abort(), stallMs);
          report(Number.isFinite(length) ? received / Math.max(length, 1) : null, name);
          callback(received > maxBytes ? tooLarge(name, maxBytes) : null, chunk);
        },
      });
      await pipeline(Readable.fromWeb(response.body as never), counted, createWriteStream(join(target, name)), { signal: AbortSignal.any([signal, stall.signal]) });
      if (Number.isFinite(length) && !response.headers.get('content-encoding') && received !== length) throw unreachable(`${name}: ${received} / ${length} B`);
      return true;
    } catch (error) {
      if (signal.aborted) throw new OperationCancelled();
      if (error instanceof DomainError || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      throw unreachable(stall.signal.aborted ? `${name}: ${stallMs / 1_000} s` : `${name}: ${reasonOf(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  private async refusePickles(order: HubOrder): Promise<void> {
    for (const name of pickles) {
      const response = await this.request(order, name, 'HEAD', AbortSignal.any([order.signal, AbortSignal.timeout(stallMs)])).catch(() => null);
      if (response) throw new DomainError(E.BASE_UNSAFE, { params: { file: name } });
    }
  }

  /** Null where the hub has no such file. A hub answers 401 for a name that it does not know. */
  private async request({ name, revision }: HubOrder, file: string, method: 'GET' | 'HEAD', signal: AbortSignal): Promise<Response | null> {
    const { url, token } = this.environment.hub!;
    const response = await fetch(`${url}/${name}/resolve/${revision.split('/').map(encodeURIComponent).join('/')}/${file}`, { method, signal, headers: token ? { authorization: `Bearer ${token}` } : {} });
    if (response.ok) return response;
    await response.body?.cancel();
    if ([401, 403, 404, 410].includes(response.status)) return null;
    throw unreachable(`${file}: HTTP ${response.status}`);
  }
}

const tooLarge = (file: string, limit: number) => new DomainError(E.BASE_TOO_LARGE, { params: { file, limit: bytesText(limit) } });
const unreachable = (reason: string) => new DomainError(E.HUB_UNREACHABLE, { params: { reason } });

/** `fetch` hides what happened one level down. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: Error };
  return (cause?.message ?? message).slice(0, 200);
}
