import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderHook } from '@testing-library/react';
import { ApiError } from './api-error.js';
import { graphql } from './graphql.js';
import type { Me } from './me.js';
import { dropSession, holdSession, renewSession, useEndedSession, withSession } from './session-gate.js';

const me = { id: '1', username: 'zhangsan', name: '张三' } as Me;
const ended = () => new ApiError('UNAUTHENTICATED', '');
const endedFor = () => renderHook(() => useEndedSession()).result.current;

afterEach(() => {
  renewSession(me);
  dropSession();
  vi.unstubAllGlobals();
});

describe('withSession', () => {
  it('waits for the person to sign in again and then runs once more', async () => {
    holdSession(me);
    const run = vi.fn().mockRejectedValueOnce(ended()).mockResolvedValueOnce('saved');
    const result = withSession(run as () => Promise<string>);
    await vi.waitFor(() => expect(endedFor()).toBe(me));
    expect(run).toHaveBeenCalledOnce();
    renewSession(me);
    expect(await result).toBe('saved');
    expect(endedFor()).toBeNull();
  });

  it('hands on the refusal where nobody was signed in, and any other error', async () => {
    await expect(withSession(() => Promise.reject(ended()))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    holdSession(me);
    await expect(withSession(() => Promise.reject(new ApiError('FORBIDDEN', '')))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets go what nobody asks for any more', async () => {
    holdSession(me);
    const abort = new AbortController();
    const result = withSession(() => Promise.reject(ended()), abort.signal);
    await vi.waitFor(() => expect(endedFor()).toBe(me));
    abort.abort(new Error('left'));
    await expect(result).rejects.toThrow('left');
  });

  it('tells an ended session from a missing permission by asking who is there', async () => {
    holdSession(me);
    const refused = { errors: [{ message: '没有权限', extensions: { code: 'FORBIDDEN' } }] };
    const answers: unknown[] = [refused, { data: { me: null } }, { data: { a: 1 } }];
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answers.shift())));
    const result = graphql('mutation A { a }');
    await vi.waitFor(() => expect(endedFor()).toBe(me));
    renewSession(me);
    expect(await result).toEqual({ a: 1 });
    answers.push(refused, { data: { me: { id: '1' } } });
    await expect(graphql('mutation A { a }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
