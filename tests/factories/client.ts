export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; params?: Record<string, string | number>; details?: unknown };
}

export interface GraphqlAnswer<T> {
  data: T | null;
  errors?: GraphqlError[];
}

/** No answer takes this long; without a limit a hanging one would hang its suite. */
const timeoutMs = 60_000;

/** A browser as the API sees it: keeps its cookie, sends our header and Origin. */
export class TestClient {
  private cookie = '';

  constructor(
    readonly url: string,
    private readonly language = 'zh',
  ) {}

  /** What a WebSocket of the same browser would send. */
  get cookies(): string {
    return this.cookie;
  }

  async signIn(username: string, password: string): Promise<this> {
    await this.query('mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { id } }', { username, password });
    return this;
  }

  /** The data, or throws the first error. */
  async query<T = Record<string, never>>(document: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask<T>(document, variables);
    if (errors?.[0]) throw Object.assign(new Error(`${errors[0].extensions.code}: ${errors[0].message}`), errors[0].extensions);
    if (!data) throw new Error('the answer holds neither data nor errors');
    return data;
  }

  /** Data and errors as they came. */
  async ask<T = Record<string, never>>(document: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<T>> {
    const response = await this.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: document, variables }) });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', this.language);
    headers.set('x-banshi-csrf', '1');
    headers.set('origin', this.url);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(this.url + path, { signal: AbortSignal.timeout(timeoutMs), ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0]!;
    return response;
  }
}
