import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entries = { assistant: 'src/index.ts', client: 'src/client/index.ts' } as const;

/** Two files that stand alone: the element with all that it needs, for a `<script type="module">`, and (`--mode client`) the client. */
export default defineConfig(({ mode }) => {
  const name = mode === 'client' ? 'client' : 'assistant';
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    resolve: { conditions: ['banshi-source', 'module', 'browser', 'production'] },
    build: {
      outDir: 'dist',
      emptyOutDir: name === 'assistant',
      target: 'es2022',
      reportCompressedSize: false,
      minify: true,
      lib: { entry: { [name]: fileURLToPath(new URL(entries[name], import.meta.url)) }, formats: ['es'] },
    },
  };
});
