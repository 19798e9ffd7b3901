import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../configuration/configuration.module.js';
import type { Environment } from '../configuration/environment.js';
import { defineErrors, DomainError } from '../errors/domain-error.js';

export const secretErrors = defineErrors({
  SECRET_UNREADABLE: { status: 409, zh: '无法解开已保存的密钥（本机没有当时的 secrets.key），请重新填写', en: 'The stored secret cannot be opened (this machine lacks the secrets.key of that time); enter it again' },
});

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals secrets that people enter, such as the password of a mail server, with AES-256-GCM under a key that lies beside the
 * database and not in it. The place is bound to the secret, so that a sealed text copied elsewhere does not open.
 */
@Injectable()
export class SecretBox {
  private root: Promise<Buffer> | null = null;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  async seal(place: string, secret: string): Promise<string> {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', await this.key(place), iv);
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  }

  async open(place: string, sealed: string): Promise<string> {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const cipher = createDecipheriv('aes-256-gcm', await this.key(place), bytes.subarray(0, ivBytes));
      cipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()]).toString('utf8');
    } catch {
      throw new DomainError(secretErrors.SECRET_UNREADABLE);
    }
  }

  private async key(place: string): Promise<Buffer> {
    this.root ??= readKey(join(this.environment.home, 'secrets.key'));
    return Buffer.from(hkdfSync('sha256', await this.root, Buffer.alloc(0), `banshi secret ${place}`, keyBytes));
  }
}

/** Made once and kept. */
async function readKey(path: string): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, randomBytes(keyBytes), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(path);
}
