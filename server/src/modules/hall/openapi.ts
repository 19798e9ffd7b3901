import { chatPaths, chatSchemas } from './openapi-chat.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, description = 'OK') => ({
  description,
  headers: { ETag: { schema: { type: 'string' }, description: 'Hash of the bundle that was read.' }, 'X-Banshi-Bundle': { schema: { type: 'string' } } },
  content: { 'application/json': { schema } },
});
const problem = { description: 'An error with a stable code.', content: { 'application/json': { schema: ref('Error') } } };
const query = (name: string, description: string, schema: object = { type: 'string' }) => ({ name, in: 'query', required: false, description, schema });
const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const applicant = { name: 'X-Banshi-Applicant', in: 'header', required: true, description: 'JWT (HS256) of the applicant, signed with the secret of the key: sub, name, exp.', schema: { type: 'string' } };
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const read = (summary: string, parameters: object[], schema: object) => ({ summary, parameters, responses: { 200: json(schema), 304: { description: 'The caller’s bundle is current.' }, default: problem } });
const string = { type: 'string' };
const object = { type: 'object' };

const policyFilter = [query('region', 'Code of a division, six digits: what holds there.'), query('on', 'ISO day; today in China where it is left out.'), query('validity', 'any, pending, effective, expired or unknown. A search shows what is effective or undated unless this is any.')];
const place = { id: string, label: string, start: { type: 'integer' }, end: { type: 'integer' } };
const span = { type: 'object', properties: { start: { type: 'integer' }, end: { type: 'integer' } } };

const card = {
  type: 'object',
  properties: { key: string, title: string, code: string, type: string, department: { type: 'object', properties: { key: string, title: string } }, audience: { type: 'array', items: string }, themes: { type: 'array', items: string }, summary: string, online: { type: 'boolean' } },
};

/** OpenAPI 3.1 document of `/hall/v1`. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Banshi hall API', version: '1', description: 'What an online service hall consumes: one consistent published bundle. Offsets are in code points, ends exclusive.' },
  servers: [{ url: '/hall/v1' }],
  security: [{ key: [] }],
  paths: {
    '/bundle': { get: read('The bundle that the channel shows', [], object) },
    '/services': {
      get: read(
        'Published services',
        [query('q', 'Words, pinyin or initials.'), query('department', 'Key.'), query('audience', 'person, company, …'), query('theme', 'A theme.'), query('page', 'From 1.', { type: 'integer', minimum: 1 }), query('size', 'At most 100.', { type: 'integer', minimum: 1, maximum: 100 })],
        { type: 'object', properties: { bundle: string, items: { type: 'array', items: ref('ServiceCard') }, total: { type: 'integer' }, page: { type: 'integer' }, size: { type: 'integer' } } },
      ),
    },
    '/services/{key}': { get: read('A service with its guide', [path('key')], object) },
    '/services/{key}/form': { get: read('The form of a service: JSON Schema 2020-12, layout, the applicant’s access per field, dictionaries', [path('key')], object) },
    '/dictionaries/{key}': { get: read('A dictionary', [path('key')], object) },
    '/divisions': { get: { summary: 'Administrative divisions (GB/T 2260), level by level', parameters: [query('under', 'Code of a division, six digits; the provinces without.')], responses: { 200: json({ type: 'object', properties: { under: { type: ['string', 'null'] }, items: { type: 'array', items: { type: 'object', properties: { code: string, name: string, hasChildren: { type: 'boolean' } } } } } }), default: problem } } },
    '/policies': {
      get: read(
        'Published policy documents',
        [query('q', 'Words of title, issuer or number.'), ...policyFilter, query('level', 'law, local-regulation, normative, …'), query('theme', 'A theme.'), query('page', 'From 1.', { type: 'integer', minimum: 1 }), query('size', 'At most 50.', { type: 'integer', minimum: 1, maximum: 50 })],
        { type: 'object', properties: { bundle: string, on: string, items: { type: 'array', items: ref('PolicyCard') }, total: { type: 'integer' }, page: { type: 'integer' }, size: { type: 'integer' } } },
      ),
    },
    '/policies/search': {
      get: read('Clauses that answer words, or the place that a citation names (社会保险法第十六条); each with its exact place', [{ ...query('q', 'A question or a citation, at most 500 characters.'), required: true }, ...policyFilter, query('size', 'At most 50.', { type: 'integer', minimum: 1, maximum: 50 })], {
        type: 'object',
        properties: { bundle: string, on: string, items: { type: 'array', items: ref('PolicyCitation') } },
      }),
    },
    '/policies/{key}': { get: read('A policy document with its text and clauses', [path('key'), query('on', 'ISO day; today in China where it is left out.')], object) },
    '/policies/{key}/interpretation': { get: read('A policy document for reading: summary, keywords, points by type, timeline of versions; every sentence verbatim with its place', [path('key'), query('on', 'ISO day; today in China where it is left out.')], object) },
    '/interpret': { post: { summary: 'What an utterance wants and says', requestBody: body({ type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 5000 } } }), responses: { 200: json(ref('Interpretation')), default: problem } } },
    '/answer': {
      post: {
        summary: 'The answer to a question from guides, frequent questions and policy documents; every sentence is its source’s own',
        requestBody: body({ type: 'object', required: ['question'], properties: { question: { type: 'string', maxLength: 2000 }, on: { type: 'string', description: 'ISO day as of which the answer holds; today in China where it is left out.' }, region: { type: 'string', description: 'Code of a division, six digits.' }, service: { type: 'string', description: 'Key of the service that is talked about.' } } }),
        responses: { 200: json(ref('Answer')), default: problem },
      },
    },
    '/services/{key}/prefill': { post: { summary: 'Form data taken from an utterance', parameters: [path('key')], requestBody: body({ type: 'object', required: ['text'], properties: { text: string } }), responses: { 200: json(ref('Prefill')), default: problem } } },
    '/services/{key}/validate': { post: { summary: 'Checks form data as a submission would', parameters: [path('key')], requestBody: body({ type: 'object', required: ['data'], properties: { data: object } }), responses: { 200: json({ type: 'object', properties: { valid: { type: 'boolean' }, errors: { type: 'array', items: ref('FieldError') } } }), default: problem } } },
    ...chatPaths,
    '/cases': {
      post: { summary: 'Submits a case', parameters: [applicant, { name: 'Idempotency-Key', in: 'header', required: false, schema: string }], requestBody: body({ type: 'object', required: ['service', 'data'], properties: { service: string, data: object } }), responses: { 201: json(ref('Case'), 'Submitted'), default: problem } },
      get: { summary: 'The applicant’s cases', parameters: [applicant], responses: { 200: json({ type: 'object', properties: { items: { type: 'array', items: ref('Case') } } }), default: problem } },
    },
    '/cases/{number}': { get: { summary: 'A case of the applicant', parameters: [applicant, path('number')], responses: { 200: json(ref('Case')), default: problem } } },
    '/notifications': { get: { summary: 'What the applicant was told, the newest first', parameters: [applicant, query('page', 'From 1.', { type: 'integer', minimum: 1 }), query('size', 'At most 100.', { type: 'integer', minimum: 1, maximum: 100 })], responses: { 200: json({ type: 'object', properties: { items: { type: 'array', items: ref('Notification') }, total: { type: 'integer' }, unread: { type: 'integer' }, page: { type: 'integer' }, size: { type: 'integer' } } }), default: problem } } },
    '/notifications/read': { post: { summary: 'Marks notifications as read: those with the ids, or all', parameters: [applicant], requestBody: body({ type: 'object', properties: { ids: { type: 'array', items: string } } }), responses: { 200: json({ type: 'object', properties: { unread: { type: 'integer' } } }), default: problem } } },
    '/notifications/{id}/read': { post: { summary: 'Marks one as read', parameters: [applicant, path('id')], responses: { 200: json({ type: 'object', properties: { unread: { type: 'integer' } } }), default: problem } } },
    '/notifications/{id}/why': { get: { summary: 'Why a policy was pushed: conditions with reasons, interests, what is missing', parameters: [applicant, path('id')], responses: { 200: json(ref('Recommendation')), default: problem } } },
    '/subscriptions': {
      get: { summary: 'What the applicant wants to be told, and what he can choose from', parameters: [applicant], responses: { 200: json(object), default: problem } },
      put: { summary: 'Changes what is named', parameters: [applicant], requestBody: body({ type: 'object', properties: { active: { type: 'boolean' }, themes: { type: 'array', items: string }, services: { type: 'array', items: string }, channels: object, email: { type: ['string', 'null'] }, consents: object } }), responses: { 200: json(object), default: problem } },
    },
    '/profile': {
      get: { summary: 'What is known of the applicant, and where from', parameters: [applicant], responses: { 200: json(object), default: problem } },
      put: { summary: 'Answers by field; null for what he would not tell', parameters: [applicant], requestBody: body({ type: 'object', properties: { answers: object, forget: { type: 'array', items: string } } }), responses: { 200: json(object), default: problem } },
    },
    '/recommendations': { get: { summary: 'Policies that fit the applicant or may, with a reason for each condition', parameters: [applicant, query('all', '1 for those that do not fit as well.')], responses: { 200: json({ type: 'object', properties: { bundle: string, items: { type: 'array', items: ref('Recommendation') } } }), default: problem } } },
    '/attachments': { post: { summary: 'Stores a file for a field of type attachment', parameters: [applicant], requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } } }, responses: { 201: json(object, 'Stored'), default: problem } } },
  },
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Hall API key.' } },
    schemas: {
      Error: { type: 'object', required: ['error'], properties: { error: { type: 'object', required: ['code', 'message'], properties: { code: string, message: string, field: string, details: {} } } } },
      ...chatSchemas,
      ServiceCard: card,
      PolicyCard: { type: 'object', properties: { key: string, title: string, issuer: string, level: string, number: string, region: string, issuedOn: { type: ['string', 'null'] }, effectiveFrom: { type: ['string', 'null'] }, effectiveTo: { type: ['string', 'null'] }, themes: { type: 'array', items: string }, services: { type: 'array', items: string }, state: string, successor: { type: ['object', 'null'] } } },
      PolicyCitation: {
        type: 'object',
        properties: {
          policy: { type: 'object', properties: { key: string, title: string } },
          clause: { type: 'object', properties: { ...place, path: { type: 'array', items: string }, text: string } },
          snippet: { type: 'object', properties: { text: string, start: { type: 'integer' }, end: { type: 'integer' }, marks: { type: 'array', items: span } } },
          state: string,
          successor: { type: ['object', 'null'], properties: { key: { type: ['string', 'null'] }, title: string } },
          cited: { type: 'boolean' },
          score: { type: 'number' },
        },
      },
      Answer: {
        type: 'object',
        properties: {
          bundle: string, on: string, question: string,
          source: { enum: ['citation', 'guide', 'faq', 'clause', 'span', 'none'] },
          text: { type: 'string', description: 'The shortest answer; empty for none.' },
          isPhrased: { type: 'boolean' },
          service: { type: ['object', 'null'], properties: { key: string, title: string } },
          faq: { type: ['object', 'null'], properties: { key: string, question: string } },
          sections: { type: 'array', items: { type: 'object', properties: { part: string, title: string, lines: { type: 'array', items: string } } } },
          citations: {
            type: 'array',
            description: 'Offsets are UTF-16 units of the document’s text, ends exclusive.',
            items: { type: 'object', properties: { policy: string, title: string, issuer: string, number: string, clause: string, label: string, path: { type: 'array', items: string }, quote: string, start: { type: 'integer' }, end: { type: 'integer' }, marks: { type: 'array', items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 } }, state: string, effectiveFrom: { type: ['string', 'null'] }, effectiveTo: { type: ['string', 'null'] }, successor: { type: ['object', 'null'], properties: { policy: string, title: string } } } },
          },
          conflict: { type: ['object', 'null'], description: 'Rules of equal rank that say different things, by index in citations.', properties: { citations: { type: 'array', items: { type: 'integer' } }, reason: string } },
          confidence: { type: 'number', minimum: 0, maximum: 1 },
          related: { type: 'array', items: { type: 'object', properties: { kind: { enum: ['service', 'faq', 'policy'] }, key: string, title: string } } },
        },
      },
      Interpretation: {
        type: 'object',
        properties: {
          bundle: string,
          modelVersion: { type: ['integer', 'null'] },
          intent: { type: ['object', 'null'], properties: { key: string, title: string, confidence: { type: 'number', minimum: 0, maximum: 1 } } },
          outOfScope: { type: 'boolean' },
          service: { type: ['object', 'null'], properties: { key: string, title: string } },
          slots: { type: 'array', items: ref('Slot') },
          alternatives: { type: 'array', items: { type: 'object', properties: { key: string, title: string, confidence: { type: 'number' } } } },
        },
      },
      Slot: { type: 'object', properties: { slot: string, title: string, field: { type: ['string', 'null'] }, text: string, start: { type: 'integer' }, end: { type: 'integer' }, value: {}, valid: { type: 'boolean' }, reason: { type: ['string', 'null'] } } },
      Prefill: { type: 'object', properties: { bundle: string, modelVersion: { type: ['integer', 'null'] }, data: object, slots: { type: 'array', items: ref('Slot') }, errors: { type: 'array', items: ref('FieldError') } } },
      FieldError: { type: 'object', properties: { path: string, field: string, code: string, message: string } },
      Notification: { type: 'object', properties: { id: string, topic: string, title: string, body: string, link: { type: ['string', 'null'] }, policy: { type: ['string', 'null'] }, createdAt: string, readAt: { type: ['string', 'null'] } } },
      Recommendation: {
        type: 'object',
        properties: {
          policy: { type: 'object', properties: { key: string, title: string } },
          verdict: { type: 'string', enum: ['fits', 'unfit', 'unknown'] },
          conditions: { type: 'array', items: { type: 'object', properties: { key: string, title: string, verdict: string, reason: string } } },
          interests: { type: 'array', items: string },
          ask: { type: 'array', items: { type: 'object', properties: { field: string, title: string, question: string, type: string, unit: string, options: { type: 'array', items: object }, sensitive: { type: 'boolean' } } } },
          consent: { type: 'array', items: { type: 'object', properties: { field: string, title: string, wording: string } } },
        },
      },
      Case: { type: 'object', properties: { number: string, service: string, title: string, state: string, result: { type: ['string', 'null'] }, submittedAt: string, completedAt: { type: ['string', 'null'] }, step: { type: ['string', 'null'] }, data: object } },
    },
  },
} as const;
