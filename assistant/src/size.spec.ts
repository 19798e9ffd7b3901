// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** What a citizen on a slow line waits for before the assistant is there. */
const budgetBytes = 60_000;

it('is one file of less than 60 kB when it travels', async () => {
  const result = await build({ configFile: new URL('../vite.config.ts', import.meta.url).pathname, logLevel: 'silent', build: { write: false } });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  expect(output.map(({ fileName }) => fileName)).toEqual(['assistant.js']);
  const [file] = output;
  expect(gzipSync(file!.type === 'chunk' ? file!.code : '').length).toBeLessThan(budgetBytes);
});
