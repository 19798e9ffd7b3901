import type { ChatInput, ChatState, Reply, TurnTrace } from '@banshi/assistant';
import { divisionChildren } from '@banshi/values';
import { gql, graphql } from '../../providers/graphql.js';

const tryTurnDocument = gql`mutation TryTurn($input: TryTurnInput!) { tryTurn(input: $input) { state reply view trace } }`;

interface TriedTurn {
  state: unknown;
  reply: Reply;
  view: ChatState;
  trace: TurnTrace;
}

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/**
 * Stands where the hall API stands for the assistant, and tries each turn over the drafts. Nothing is stored: the state of the
 * conversation is kept here and handed over with every turn.
 */
export function tryOutHall(service: string, before: () => Promise<unknown>): typeof fetch {
  let state: unknown = null;
  let turn = -1;
  const take = async (input: ChatInput | { type: 'open'; service: string }) => {
    await before();
    const { tryTurn } = await graphql<{ tryTurn: TriedTurn }>(tryTurnDocument, { input: { service, state, input } });
    state = tryTurn.state;
    turn += 1;
    return { session: 'try-out', bundle: 'draft', turn, said: null, reply: tryTurn.reply, state: tryTurn.view, trace: tryTurn.trace };
  };
  return async (request, init) => {
    const url = new URL(String(request), location.origin);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as { input?: ChatInput }) : {};
    try {
      if (url.pathname.endsWith('/chat/sessions')) {
        state = null;
        turn = -1;
        return json(await take({ type: 'open', service }), 201);
      }
      if (url.pathname.endsWith('/turns')) return json(await take(body.input!));
      if (url.pathname.endsWith('/suggestions')) return json({ hot: [], matches: [] });
      if (url.pathname.endsWith('/divisions')) return json({ items: divisionChildren(url.searchParams.get('under')) });
    } catch (error) {
      const { code = 'INTERNAL', message } = error as { code?: string; message: string };
      return json({ error: { code, message } }, 400);
    }
    return json({ error: { code: 'NOT_FOUND', message: url.pathname } }, 404);
  };
}
