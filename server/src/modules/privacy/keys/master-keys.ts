import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { privacyErrors } from '../privacy.errors.js';

export interface MasterKey {
  /** Tells keys apart and gives nothing of them away. */
  fingerprint: string;
  key: Buffer;
}

const keyLength = 32;
export const masterKeyFile = 'master.key';

const fingerprintOf = (key: Buffer) => createHash('sha256').update('banshi master key\n').update(key).digest('hex').slice(0, 16);
const masterKey = (key: Buffer): MasterKey => ({ key, fingerprint: fingerprintOf(key) });

/**
 * The keys that only wrap other keys: from the environment, else from a file under the home that nobody else may read. The
 * first is the present one; others are there until everything has been wrapped anew.
 */
@Injectable()
export class MasterKeys {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  get source(): 'environment' | 'file' {
    return this.environment.masterKeys === null ? 'file' : 'environment';
  }

  /** Where a person puts the key back. */
  get place(): string {
    return this.source === 'environment' ? 'BANSHI_MASTER_KEY' : this.path;
  }

  /** All of them, the present one first; read anew each time, since another process may have changed the file. */
  all(): MasterKey[] {
    const given = this.environment.masterKeys;
    if (given !== null) return given.map((hex) => masterKey(Buffer.from(hex, 'hex')));
    if (!existsSync(this.path)) return [];
    if ((statSync(this.path).mode & 0o077) !== 0) chmodSync(this.path, 0o600);
    const keys = readFileSync(this.path, 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => Buffer.from(line.trim(), 'base64'));
    if (keys.length === 0 || keys.some((key) => key.length !== keyLength)) throw new DomainError(privacyErrors.MASTER_KEY_UNREADABLE, { params: { path: this.path } });
    return keys.map(masterKey);
  }

  /** The present one; made on the first start. The caller knows that nothing has been wrapped yet. */
  firstOrNew(): MasterKey {
    const [present] = this.all();
    if (present) return present;
    this.write([randomBytes(keyLength)]);
    return this.all()[0]!;
  }

  find(fingerprint: string): MasterKey {
    const key = this.all().find((candidate) => candidate.fingerprint === fingerprint);
    if (!key) throw new DomainError(privacyErrors.MASTER_KEY_MISSING, { params: { master: fingerprint, place: this.place } });
    return key;
  }

  /** Puts a new key in front, unless a rotation that was interrupted has done so already. */
  addNew(): void {
    if (this.source === 'environment') {
      if (this.all().length < 2) throw new DomainError(privacyErrors.MASTER_KEY_IN_ENVIRONMENT);
      return;
    }
    const keys = this.all();
    if (keys.length < 2) this.write([randomBytes(keyLength), ...keys.map(({ key }) => key)]);
  }

  /** Nothing is wrapped by the earlier ones any more. Those of the environment are the operator's to remove. */
  dropPrevious(): void {
    const [present, ...previous] = this.all();
    if (this.source === 'file' && present && previous.length > 0) this.write([present.key]);
  }

  private get path(): string {
    return join(this.environment.home, masterKeyFile);
  }

  /** Written beside and renamed: a half-written key file would lose everything. */
  private write(keys: readonly Buffer[]): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const half = `${this.path}.new`;
    rmSync(half, { force: true });
    const file = openSync(half, 'wx', 0o600);
    try {
      writeSync(file, ['# Banshi master key. Keep a copy elsewhere: without it the encrypted personal data are lost.', ...keys.map((key) => key.toString('base64')), ''].join('\n'));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, this.path);
  }
}
