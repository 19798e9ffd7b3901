import type { Reply } from '@banshi/dialog';
import type { ChatTurn, SpokenTurn } from '../../server/src/modules/dialog/conversations.service.js';
import type { HallAnswer, HallClient } from './hall-client.js';

export type Opened = SpokenTurn & { session: string };

/** One citizen's conversation through the hall's API. */
export class Chat {
  private constructor(
    readonly hall: HallClient,
    readonly id: string,
    /** The last turn that this device has seen. */
    public seen: number,
    readonly opening: Opened,
  ) {}

  static async open(hall: HallClient, body: object = {}): Promise<Chat> {
    const { status, body: opened } = await hall.post<Opened>('/chat/sessions', body);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(opened)}`);
    return new Chat(hall, opened.session, opened.turn, opened);
  }

  /** The same conversation on another device, or of the citizen after he has signed in. */
  on(hall: HallClient = this.hall): Chat {
    return new Chat(hall, this.id, this.seen, this.opening);
  }

  async send(input: object, headers: Record<string, string> = {}): Promise<HallAnswer<SpokenTurn>> {
    const answer = await this.hall.post<SpokenTurn>(`/chat/sessions/${this.id}/turns`, { input, after: this.seen }, headers);
    if (answer.status === 200) this.seen = answer.body.turn;
    return answer;
  }

  /** The answer to a sentence that is expected to be taken. */
  async say(text: string): Promise<SpokenTurn> {
    return taken(await this.send({ type: 'text', text }));
  }

  async choose(payload: string): Promise<SpokenTurn> {
    return taken(await this.send({ type: 'choose', payload }));
  }

  async fill(values: object): Promise<SpokenTurn> {
    return taken(await this.send({ type: 'fill', values }));
  }

  async turns(after = -1): Promise<ChatTurn[]> {
    return (await this.hall.get<{ turns: ChatTurn[] }>(`/chat/sessions/${this.id}?after=${after}`)).body.turns;
  }
}

function taken(answer: HallAnswer<SpokenTurn>): SpokenTurn {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What the assistant says, as one text. */
export const textOf = ({ blocks }: Reply): string => blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
