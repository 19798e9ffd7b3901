import { Controller, Get } from '@nestjs/common';
import { GraphQLSchemaHost, Query, Resolver } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { GraphqlAnswer } from '../../tests/factories/client.js';
import { leastDocument } from '../../tests/factories/documents.js';
import { type WalkedOperation, walkOperations } from '../../tests/factories/operation-walk.js';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { signedIn } from '../../tests/factories/users.js';
import { Permission } from './platform/actor/permission.js';

/** What anybody may do without showing who he is. Anything added here is a decision. */
const publicOperations = ['me', 'settings', 'signIn', 'signOut', 'GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /hall/v1/openapi.json', 'GET /hall/v1/assistant.js', 'GET /hall/v1/client.js', 'GET /api/training-transfer/:job/:part', 'PUT /api/training-transfer/:job/:part'];

@Resolver()
class UndecoratedResolver {
  @Query(() => Boolean)
  planted(): boolean {
    return true;
  }
}

@Controller('api/planted')
class UndecoratedController {
  @Get()
  planted(): boolean {
    return true;
  }
}

const undecorated = (operations: WalkedOperation[]) => operations.filter((operation) => !operation.allowed?.length).map((operation) => operation.name);

let test: TestApp;
let operations: WalkedOperation[];

async function ask(document: string, headers: Record<string, string> = {}): Promise<GraphqlAnswer<Record<string, unknown>>> {
  const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query: document }) });
  return (await response.json()) as GraphqlAnswer<Record<string, unknown>>;
}

describe('authorisation of the product', () => {
  beforeAll(async () => {
    test = await createTestApp();
    operations = walkOperations(test);
  });
  afterAll(() => test.close());

  it('declares who may do it, on every resolver and controller', () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(undecorated(operations)).toEqual([]);
  });

  it('sees every field of the schema', () => {
    const { schema } = test.app.get(GraphQLSchemaHost, { strict: false });
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
    expect(fields.sort()).toEqual(operations.filter(({ type }) => type !== 'route').map(({ name }) => name).sort());
  });

  it('lets anybody do only what is listed as public', () => {
    const open = operations.filter(({ allowed }) => allowed?.includes(Permission.Public)).map(({ name }) => name);
    expect(open.sort()).toEqual(publicOperations.filter((name) => operations.some((operation) => operation.name === name)).sort());
  });

  it('answers FORBIDDEN to anonymous on every other query and mutation', async () => {
    const { schema } = test.app.get(GraphQLSchemaHost, { strict: false });
    const unexpected: string[] = [];
    for (const [operation, type] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
      for (const field of Object.values(type?.getFields() ?? {})) {
        if (publicOperations.includes(field.name)) continue;
        const { data, errors } = await ask(leastDocument(operation, field));
        const code = errors?.[0]?.extensions.code;
        if (code !== 'FORBIDDEN' || data?.[field.name]) unexpected.push(`${field.name}: ${code ?? 'answered'}`);
      }
    }
    expect(unexpected).toEqual([]);
  });

  it('answers 403 FORBIDDEN to anonymous on every other route', async () => {
    const unexpected: string[] = [];
    for (const { name } of operations.filter(({ type, name }) => type === 'route' && !publicOperations.includes(name))) {
      const [method, path] = name.split(' ') as [string, string];
      const response = await fetch(test.url + path.replace(/:\w+/g, 'x').replace(/\{\*\w+\}|\*\w+/g, 'x'), { method });
      const body = (await response.json().catch(() => null)) as { error?: { code: string } } | null;
      if (response.status !== 403 || body?.error?.code !== 'FORBIDDEN') unexpected.push(`${name}: ${response.status} ${body?.error?.code}`);
    }
    expect(unexpected).toEqual([]);
  });

  it('opens no subscription for anonymous', async () => {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin: test.url });
    const code = await new Promise<number>((resolve, reject) => {
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('close', resolve);
      socket.on('error', reject);
    });
    expect(code).toBe(4403);
  });
});

describe('an operation that declares nothing', () => {
  beforeAll(async () => {
    test = await createTestApp({ providers: [UndecoratedResolver], controllers: [UndecoratedController] });
  });
  afterAll(() => test.close());

  it('is found by the walk', () => {
    expect(undecorated(walkOperations(test)).sort()).toEqual(['GET /api/planted', 'planted']);
  });

  it('is refused, to administrators too', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    expect((await admin.ask('{ planted }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const response = await admin.fetch('/api/planted');
    expect(response.status).toBe(403);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('FORBIDDEN');
  });
});
