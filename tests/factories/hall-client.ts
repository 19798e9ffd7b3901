import { createHash, createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { ApiKeysService, hallScopes } from '../../server/src/modules/access/api-keys.service.js';
import type { TestApp } from './test-app.js';

export interface HallAnswer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T & { error?: { code: string; message: string; field?: string; details?: unknown } };
}

/** A hall's server: calls `/hall/v1` with a key, for one citizen or for nobody in particular. */
export class HallClient {
  constructor(
    readonly url: string,
    readonly key: string,
    private readonly token: string | null = null,
  ) {}

  /** With a key of its own; all scopes unless given. */
  static async create(test: TestApp, options: { scopes?: string[]; channel?: string; isPreview?: boolean } = {}): Promise<HallClient> {
    const { secret } = await test.ctx.transaction((tx) => test.app.get(ApiKeysService, { strict: false }).create(tx, { name: 'test', scopes: options.scopes ?? [...hallScopes], ...options }));
    return new HallClient(test.url, secret);
  }

  /** The same hall, on behalf of a citizen whom it has signed in, as docs/hall-api.md says. */
  async as(id: string, name = '张三', expires = '1h'): Promise<HallClient> {
    const secret = createHmac('sha256', createHash('sha256').update(this.key).digest()).update('banshi applicant token').digest();
    return new HallClient(this.url, this.key, await new SignJWT({ name }).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime(expires).sign(secret));
  }

  get<T = Record<string, unknown>>(path: string): Promise<HallAnswer<T>> {
    return this.call<T>(path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HallAnswer<T>> {
    return this.call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.key}`);
    if (this.token) headers.set('x-banshi-applicant', this.token);
    return fetch(`${this.url}/hall/v1${path}`, { ...init, headers });
  }

  private async call<T>(path: string, init: RequestInit = {}): Promise<HallAnswer<T>> {
    const response = await this.fetch(path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as HallAnswer<T>['body'] };
  }
}
