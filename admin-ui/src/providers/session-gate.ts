import { useSyncExternalStore } from 'react';
import { ApiError } from './api-error.js';
import type { Me } from './me.js';

interface Waiting {
  proceed: () => void;
}

let holder: Me | null = null;
let hasEnded = false;
const waiting = new Set<Waiting>();
const listeners = new Set<() => void>();

const tell = () => listeners.forEach((listener) => listener());

/** From now on the end of this person's session is mended in place instead of shown as an error. */
export function holdSession(me: Me): void {
  holder = me;
}

/** Nobody is signed in any more because somebody wanted it so: refusals are refusals again. */
export function dropSession(): void {
  holder = null;
}

/** The person has signed in again: everything that waited is tried once more. */
export function renewSession(me: Me): void {
  holder = me;
  hasEnded = false;
  const all = [...waiting];
  waiting.clear();
  tell();
  for (const { proceed } of all) proceed();
}

/**
 * Runs a request. When the session of the person on this page has ended, it waits until the same person has signed in
 * again and runs it once more, so that whoever asked for it never learns of the interruption.
 * @throws whatever `run` throws; for nobody signed in, `ApiError` `UNAUTHENTICATED`
 */
export async function withSession<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'UNAUTHENTICATED' || holder === null) throw error;
      await renewal(signal);
    }
  }
}

function renewal(signal?: AbortSignal): Promise<void> {
  hasEnded = true;
  tell();
  return new Promise((resolve, reject) => {
    const one: Waiting = {
      proceed: () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      },
    };
    const leave = () => {
      waiting.delete(one);
      reject(signal!.reason as Error);
    };
    if (signal?.aborted) return leave();
    signal?.addEventListener('abort', leave, { once: true });
    waiting.add(one);
  });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const ended = () => (hasEnded ? holder : null);

/** Whose session has ended and is waited for; null while all is well. */
export const useEndedSession = (): Me | null => useSyncExternalStore(subscribe, ended);
