import { describe, expect, it, vi } from 'vitest';
import { createDataProvider } from './data-provider.js';
import { ApiError, apiError, graphql } from './graphql.js';

const documents = { users: { list: 'L', one: 'O', create: 'C', update: 'U', remove: 'R' } };
const provide = (answer: unknown) => {
  const run = vi.fn(async (_document: string, _variables?: Record<string, unknown>) => answer);
  return { run, provider: createDataProvider(documents, run as unknown as typeof graphql) };
};

describe('createDataProvider', () => {
  it('maps page, sort and filter to the contract, leaving out empty filters', async () => {
    const { run, provider } = provide({ users: { items: [{ id: '1' }], totalItems: 60 } });
    const result = await provider.getList('users', { pagination: { page: 3, perPage: 25 }, sort: { field: 'name', order: 'DESC' }, filter: { q: 'zs', role: '' } });
    expect(result).toEqual({ data: [{ id: '1' }], total: 60 });
    expect(run.mock.calls[0]!.slice(0, 2)).toEqual(['L', { skip: 50, take: 25, sort: { field: 'name', order: 'DESC' }, filter: { q: 'zs' } }]);
  });

  it('reads many by ids in one request', async () => {
    const { run, provider } = provide({ users: { items: [], totalItems: 0 } });
    await provider.getMany('users', { ids: ['1', '2'] });
    expect(run).toHaveBeenCalledOnce();
    expect(run.mock.calls[0]![1]).toMatchObject({ filter: { ids: ['1', '2'] } });
  });

  it('refuses what a resource does not offer', async () => {
    const { provider } = provide({});
    await expect(provider.getOne('nothing', { id: '1' })).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('says NOT_FOUND for a record that is not there', async () => {
    const { provider } = provide({ user: null });
    await expect(provider.getOne('users', { id: '1' })).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

describe('errors', () => {
  it('puts a field error at its field', () => {
    const error = apiError({ message: '用户名已被使用', extensions: { code: 'INVALID_INPUT', field: 'input.username' } });
    expect(error.body.errors).toEqual({ username: '用户名已被使用' });
  });

  it('tells an ended session by status 401', () => {
    expect(apiError({ message: '', extensions: { code: 'UNAUTHENTICATED' } }).status).toBe(401);
  });

  it('calls a request without an answer NETWORK', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('down')));
    await expect(graphql('query A { a }')).rejects.toBeInstanceOf(ApiError);
    await expect(graphql('query A { a }')).rejects.toMatchObject({ code: 'NETWORK' });
    vi.unstubAllGlobals();
  });

  it('sends the header without which changes by cookie are refused', async () => {
    const send = vi.fn(async () => new Response(JSON.stringify({ data: { a: 1 } })));
    vi.stubGlobal('fetch', send);
    await graphql('query A { a }');
    expect((send.mock.calls as unknown as [string, RequestInit][])[0]![1].headers).toMatchObject({ 'x-banshi-csrf': '1' });
    vi.unstubAllGlobals();
  });
});
