import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../graphql.js';
import { ConfigSession } from './config-session.js';

interface Body {
  title: string;
  note?: string;
}

function memory() {
  const map = new Map<string, string>();
  return { getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) };
}

function open(save: (rev: number, body: Body) => Promise<{ rev: number }>, storage = memory(), loaded = { rev: 1, body: { title: '甲' } as Body }) {
  return new ConfigSession<Body>(loaded, { save, storage, storageKey: 'k', delay: 100 });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ConfigSession', () => {
  it('saves once after a rest, over the last revision', async () => {
    const save = vi.fn(async (rev: number, _body: Body) => ({ rev: rev + 1 }));
    const session = open(save);
    session.change({ title: '乙' }, 'title');
    session.change({ title: '乙丙' }, 'title');
    expect(session.getState().status).toBe('waiting');
    await vi.advanceTimersByTimeAsync(150);
    expect(save.mock.calls).toEqual([[1, { title: '乙丙' }]]);
    expect(session.getState()).toMatchObject({ status: 'saved', rev: 2 });
  });

  it('never lets one save overtake another, and saves what was typed meanwhile', async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn((rev: number, _body: Body) => new Promise<{ rev: number }>((resolve) => answers.push(() => resolve({ rev: rev + 1 }))));
    const session = open(save);
    session.change({ title: '乙' });
    await vi.advanceTimersByTimeAsync(150);
    session.change({ title: '丙' });
    await vi.advanceTimersByTimeAsync(500);
    expect(save).toHaveBeenCalledTimes(1);
    answers[0]!();
    await vi.advanceTimersByTimeAsync(500);
    expect(save.mock.calls[1]).toEqual([2, { title: '丙' }]);
  });

  it('undoes changes of one group together, and redoes', () => {
    const session = open(async (rev) => ({ rev }));
    session.change({ title: '乙' }, 'title');
    session.change({ title: '乙丙' }, 'title');
    session.change({ title: '乙丙', note: 'x' }, 'note');
    session.undo();
    expect(session.getState().body).toEqual({ title: '乙丙' });
    session.undo();
    expect(session.getState()).toMatchObject({ body: { title: '甲' }, canUndo: false, canRedo: true, status: 'clean' });
    session.redo();
    expect(session.getState().body).toEqual({ title: '乙丙' });
  });

  it('survives a reload: the unsaved copy comes back and is saved', async () => {
    const storage = memory();
    open(() => new Promise(() => undefined), storage).change({ title: '未保存' });
    const save = vi.fn(async (rev: number) => ({ rev: rev + 1 }));
    const next = open(save, storage);
    expect(next.getState()).toMatchObject({ body: { title: '未保存' }, recovered: true, canUndo: true });
    await vi.advanceTimersByTimeAsync(150);
    expect(save).toHaveBeenCalledWith(1, { title: '未保存' });
    expect(storage.getItem('k')).toBeNull();
  });

  it('keeps a change through a lost connection and saves it when the connection is back', async () => {
    let isOnline = false;
    const session = open(async (rev) => {
      if (!isOnline) throw new ApiError('NETWORK', 'down');
      return { rev: rev + 1 };
    });
    session.change({ title: '乙' });
    await vi.advanceTimersByTimeAsync(150);
    expect(session.getState().status).toBe('offline');
    isOnline = true;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(session.getState()).toMatchObject({ status: 'saved', rev: 2 });
  });

  it('stops at a conflict, keeps what is typed, and goes on over the other revision once resolved', async () => {
    const details = { rev: 5, by: { id: '2', name: '李四' }, at: '2026-03-05T00:00:00Z', body: { title: '丙' } };
    const save = vi.fn(async (rev: number) => {
      if (rev < 5) throw new ApiError('CONFLICT', 'changed', null, details);
      return { rev: rev + 1 };
    });
    const session = open(save);
    session.change({ title: '乙' });
    await vi.advanceTimersByTimeAsync(150);
    expect(session.getState()).toMatchObject({ status: 'conflict', body: { title: '乙' }, conflict: details });
    session.change({ title: '乙二' });
    await vi.advanceTimersByTimeAsync(500);
    expect(save).toHaveBeenCalledTimes(1);
    session.resolve({ title: '乙丙' });
    await vi.advanceTimersByTimeAsync(500);
    expect(save.mock.calls.at(-1)).toEqual([5, { title: '乙丙' }]);
    expect(session.getState()).toMatchObject({ status: 'saved', rev: 6, conflict: null });
  });

  it('takes its own save whose answer was lost for what it is', async () => {
    const session = open(async () => {
      throw new ApiError('CONFLICT', 'changed', null, { rev: 2, by: null, at: '', body: { title: '乙' } });
    });
    session.change({ title: '乙' });
    await vi.advanceTimersByTimeAsync(150);
    expect(session.getState()).toMatchObject({ status: 'saved', rev: 2 });
  });

  it('says that a save was refused, and tries again after the next change', async () => {
    const save = vi.fn(async (rev: number, body: Body) => {
      if (body.title === '') throw new ApiError('INVALID_BODY', 'title');
      return { rev: rev + 1 };
    });
    const session = open(save);
    session.change({ title: '' });
    await vi.advanceTimersByTimeAsync(150);
    expect(session.getState()).toMatchObject({ status: 'refused', error: { code: 'INVALID_BODY' } });
    session.change({ title: '乙' });
    await vi.advanceTimersByTimeAsync(150);
    expect(session.getState()).toMatchObject({ status: 'saved', error: null });
  });

  it('sends what waits when it is closed', async () => {
    const save = vi.fn(async (rev: number) => ({ rev: rev + 1 }));
    const session = open(save);
    session.change({ title: '乙' });
    session.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledOnce();
  });
});
