// @vitest-environment node
import { expect, it } from 'vitest';
import { readEvents } from './event-stream.js';

const streamOf = (...chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      const bytes = chunks.map((chunk) => new TextEncoder().encode(chunk));
      for (const chunk of bytes) controller.enqueue(chunk);
      controller.close();
    },
  });

async function all(stream: ReadableStream<Uint8Array>) {
  const events = [];
  for await (const event of readEvents(stream)) events.push(event);
  return events;
}

it('reads events however they are cut, and leaves comments out', async () => {
  expect(await all(streamOf('event: blo', 'ck\r', '\ndata: {"a":1}\r\n\r\n: still here\n\nda', 'ta: x\ndata: y\n\nevent: unfinished\ndata: z'))).toEqual([
    { event: 'block', data: '{"a":1}' },
    { event: 'message', data: 'x\ny' },
  ]);
});

it('puts characters together that were cut in the middle', async () => {
  const bytes = new TextEncoder().encode('data: 低保\n\n');
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 8));
      controller.enqueue(bytes.slice(8));
      controller.close();
    },
  });
  expect(await all(stream)).toEqual([{ event: 'message', data: '低保' }]);
});
