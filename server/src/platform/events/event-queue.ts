/**
 * An async iterator over pushed events. Unlike an async generator, `return()` ends it at once even while a `next()` is pending,
 * so that a closed subscription never leaves its listener behind.
 */
export function eventQueue<T>(subscribe: (push: (event: T) => void) => () => void): AsyncIterableIterator<T> {
  const events: T[] = [];
  const waiting: ((result: IteratorResult<T>) => void)[] = [];
  let isDone = false;
  const unsubscribe = subscribe((event) => {
    const next = waiting.shift();
    if (next) next({ value: event, done: false });
    else events.push(event);
  });
  const iterator: AsyncIterableIterator<T> = {
    next() {
      const event = events.shift();
      if (event !== undefined) return Promise.resolve({ value: event, done: false });
      if (isDone) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve) => waiting.push(resolve));
    },
    return() {
      isDone = true;
      unsubscribe();
      for (const resolve of waiting.splice(0)) resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
