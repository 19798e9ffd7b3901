import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where the server listens during `vite` development; the built application is served by the server itself. */
const backend = process.env['BANSHI_URL'] ?? 'http://127.0.0.1:3000';

/** Heavy libraries of single pages. Each is its own chunk, so that the first page loads none of them. */
const heavy: [name: string, packages: RegExp][] = [
  ['bpmn', /node_modules\/(bpmn-|@bpmn-io|diagram-js|zeebe-bpmn|moddle|preact|min-dash|min-dom|tiny-svg|didi|ids|path-intersection)/],
  ['codemirror', /node_modules\/(@codemirror|@uiw|@lezer|codemirror|style-mod|w3c-keyname|crelt)/],
  ['rjsf', /node_modules\/@rjsf/],
  ['charts', /node_modules\/(recharts|d3-|victory-vendor|@reduxjs|immer|reselect)/],
  ['pinyin', /node_modules\/pinyin-pro/],
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ['banshi-source', 'module', 'browser', 'development|production'] },
  server: {
    host: '127.0.0.1',
    // Written as objects, which leave the Host header as it is: the server compares it with the Origin.
    proxy: {
      '/graphql': { target: backend, ws: true },
      '/api/': { target: backend },
      '/hall/v1/': { target: backend },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: heavy.map(([name, test]) => ({ name, test })),
        },
      },
    },
  },
});
