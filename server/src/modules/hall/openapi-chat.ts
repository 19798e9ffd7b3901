const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const string = { type: 'string' };
const integer = { type: 'integer' };
const object = { type: 'object' };
const array = (items: object) => ({ type: 'array', items });
const nullable = (type: string) => ({ type: [type, 'null'] });
const json = (schema: object, description = 'OK') => ({ description, content: { 'application/json': { schema } } });
const problem = { description: 'An error with a stable code.', content: { 'application/json': { schema: ref('Error') } } };
const limited = { description: 'Too many requests; `Retry-After` says in how many seconds to come again.', content: { 'application/json': { schema: ref('Error') } } };
const session = { name: 'id', in: 'path', required: true, schema: string };
const applicant = { name: 'X-Banshi-Applicant', in: 'header', required: false, description: 'JWT of the citizen whom the hall has signed in. Without it the conversation belongs to whoever knows its id, and nothing can be submitted.', schema: string };
const after = { name: 'after', in: 'query', required: false, description: 'Number of the last turn that the caller has seen; -1 for all.', schema: integer };
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const one = (type: string, rest: Record<string, object> = {}, required: string[] = Object.keys(rest)) => ({ type: 'object', required: ['type', ...required], properties: { type: { const: type }, ...rest } });

/** Conversations, as part of the OpenAPI document of `/hall/v1`. */
export const chatPaths = {
  '/chat/sessions': {
    post: {
      summary: 'Opens a conversation, about a service where one is named; or goes on with one, saying what a release has changed in it',
      parameters: [applicant],
      requestBody: body({ type: 'object', properties: { service: { ...string, description: 'Key of a service.' }, session: { ...string, description: 'A conversation to go on with.' } } }),
      responses: { 201: json({ allOf: [{ type: 'object', properties: { session: string } }, ref('ChatAnswer')] }, 'Opened'), 404: problem, 409: problem, 429: limited, default: problem },
    },
  },
  '/chat/sessions/{id}/turns': {
    post: {
      summary: 'One turn of the citizen',
      parameters: [session, applicant, { name: 'Idempotency-Key', in: 'header', required: false, description: 'The same key answers the same turn again.', schema: string }],
      requestBody: body({ type: 'object', required: ['input'], properties: { input: ref('ChatInput'), after: { ...integer, description: 'Number of the last turn that the caller has seen. 409 with those since, where the input was meant for another state.' } } }),
      responses: {
        200: { description: 'With `Accept: text/event-stream`: an event `block` for each block of the reply, then `done` with the answer.', content: { 'application/json': { schema: ref('ChatAnswer') }, 'text/event-stream': { schema: string } } },
        404: problem,
        409: problem,
        410: problem,
        429: limited,
        default: problem,
      },
    },
  },
  '/chat/sessions/{id}': { get: { summary: 'Turns since one that the caller has seen', parameters: [session, applicant, after], responses: { 200: json({ type: 'object', properties: { session: string, bundle: string, turns: array(ref('ChatTurn')), state: ref('ChatState') } }), default: problem } } },
  '/chat/sessions/{id}/events': {
    get: { summary: 'Turns as they come, from every device and from clerks: events `turn` (ChatTurn) and `state` (ChatState)', parameters: [session, applicant, after], responses: { 200: { description: 'Ends by itself after 15 minutes; `Last-Event-ID` takes it up again.', content: { 'text/event-stream': { schema: string } } }, default: problem } },
  },
  '/chat/suggestions': { get: { summary: 'Questions: what is wanted often, and what the words typed so far may become', parameters: [{ name: 'q', in: 'query', required: false, description: 'Words, pinyin or initials.', schema: string }], responses: { 200: json({ type: 'object', properties: { bundle: string, hot: array(string), matches: array(string) } }), default: problem } } },
  '/prefill': { post: { summary: 'The form that a paragraph asks for, filled with what it says', requestBody: body({ type: 'object', required: ['text'], properties: { text: string, service: { ...string, description: 'Key of a service; without it the text says which.' } } }), responses: { 200: json({ type: 'object', properties: { bundle: string, service: nullable('object'), data: object, errors: array(ref('FieldError')), values: array(object) } }), 429: limited, default: problem } } },
};

const block = {
  oneOf: [
    one('text', { text: string }),
    one('answer', { answer: object }),
    one('service', { key: string, title: string, summary: string, online: { type: 'boolean' } }),
    one('materials', { service: string, items: array(object) }),
    one('field', { widget: object }),
    one('summary', { service: string, title: string, rows: array(object) }),
    one('case', { number: string, service: string, title: string }),
  ],
};

export const chatSchemas = {
  ChatInput: { oneOf: [one('text', { text: { type: 'string', maxLength: 5_000 } }), one('choose', { payload: { ...string, description: 'Of a quick reply; or person, restart, service:KEY, edit:FIELD.' } }), one('fill', { values: { type: 'object', description: 'By field; null clears one.' } }), one('silence')] },
  ChatReply: { type: 'object', properties: { blocks: array(block), quickReplies: array({ type: 'object', properties: { label: string, payload: string } }) } },
  ChatState: { type: 'object', properties: { service: nullable('string'), data: object, errors: array(ref('FieldError')), progress: { type: 'object', properties: { filled: integer, required: integer } }, mode: { enum: ['assistant', 'waiting', 'clerk', 'ended'] } } },
  ChatAnswer: { type: 'object', properties: { turn: integer, bundle: string, said: { ...nullable('string'), description: 'As a bubble shows it.' }, reply: ref('ChatReply'), state: ref('ChatState'), trace: { type: 'object', description: 'How it was understood; for keys of previews alone.' } } },
  ChatTurn: { type: 'object', properties: { turn: integer, at: string, from: { enum: ['citizen', 'clerk', 'system'] }, said: nullable('string'), by: { ...nullable('string'), description: 'The clerk who spoke.' }, reply: ref('ChatReply'), trace: object } },
};
