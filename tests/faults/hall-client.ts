import { signApplicant } from '../../server/src/modules/hall/applicant-token.js';
import { applicantSecretOf, hashToken } from '../../server/src/modules/access/tokens.js';

/** A hall that submits cases for one applicant. */
export class HallClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly applicant = { id: 'faults-applicant', name: '王小明' },
  ) {}

  async submit(service: string, data: unknown, idempotencyKey: string): Promise<string> {
    const { number } = (await this.send('POST', '/cases', { service, data }, { 'idempotency-key': idempotencyKey })) as { number: string };
    return number;
  }

  /** Numbers of all cases of the applicant. */
  async numbers(): Promise<string[]> {
    const numbers: string[] = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = (await this.send('GET', `/cases?page=${page}`)) as { items: { number: string }[]; total: number };
      numbers.push(...items.map(({ number }) => number));
      if (items.length === 0 || numbers.length >= total) return numbers;
    }
  }

  /** A conversation about a service. */
  async open(service: string): Promise<{ session: string; seen: number }> {
    const { session, turn } = (await this.send('POST', '/chat/sessions', { service })) as { session: string; turn: number };
    return { session, seen: turn };
  }

  /** The number of the turn, and of the case that came of it. */
  async say(session: string, input: object, idempotencyKey: string): Promise<{ turn: number; number: string | null }> {
    const { turn, reply } = (await this.send('POST', `/chat/sessions/${session}/turns`, { input }, { 'idempotency-key': idempotencyKey })) as { turn: number; reply: { blocks: { type: string; number?: string }[] } };
    return { turn, number: reply.blocks.find(({ type }) => type === 'case')?.number ?? null };
  }

  /** What was said, by number of the turn. */
  async turns(session: string): Promise<Map<number, string | null>> {
    const { turns } = (await this.send('GET', `/chat/sessions/${session}`)) as { turns: { turn: number; said: string | null }[] };
    return new Map(turns.map(({ turn, said }) => [turn, said]));
  }

  private async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const token = await signApplicant(this.applicant, applicantSecretOf(hashToken(this.key)), new Date(Date.now() + 600_000));
    const response = await fetch(`${this.url}/hall/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'x-banshi-applicant': token, 'content-type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const answer = (await response.json()) as { error?: { code: string; message: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.error?.code} ${answer.error?.message}`);
    return answer;
  }
}
