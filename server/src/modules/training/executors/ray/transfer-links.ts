import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../../platform/configuration/environment.js';

/** What goes between this server and a node of the cluster: the job out, checkpoints out and back, the models back. */
export const transferParts = ['input', 'checkpoint', 'output'] as const;
export type TransferPart = (typeof transferParts)[number];
export type TransferMethod = 'GET' | 'PUT';

/** Longer than any training that somebody would wait for. */
const validMs = 7 * 86_400_000;
const keyBytes = 32;

/** Links that allow one transfer of one job until they expire; who has one needs no account, and can do nothing else. */
@Injectable()
export class TransferLinks {
  private key: Promise<Buffer> | null = null;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  async sign(origin: string, method: TransferMethod, job: string, part: TransferPart, now = Date.now()): Promise<string> {
    const expires = Math.floor((now + validMs) / 1_000);
    return `${origin}/api/training-transfer/${job}/${part}?expires=${expires}&signature=${await this.signature(method, job, part, expires)}`;
  }

  async isValid(method: TransferMethod, job: string, part: string, expires: string, signature: string, now = Date.now()): Promise<boolean> {
    if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1_000 < now || !/^[0-9a-f]{64}$/.test(signature)) return false;
    return timingSafeEqual(Buffer.from(await this.signature(method, job, part, Number(expires)), 'hex'), Buffer.from(signature, 'hex'));
  }

  private async signature(method: TransferMethod, job: string, part: string, expires: number): Promise<string> {
    this.key ??= readKey(join(this.environment.home, 'training-transfer.key'));
    return createHmac('sha256', await this.key).update([method, job, part, expires].join('\n')).digest('hex');
  }
}

/** Made once and kept, so that links outlive a restart. */
async function readKey(path: string): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, randomBytes(keyBytes), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(path);
}
