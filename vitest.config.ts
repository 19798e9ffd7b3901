import { defineConfig } from 'vitest/config';

// Nest requires graphql's CommonJS build; a second, ESM instance would fail its instanceof checks.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const resolve = { alias, conditions: ['banshi-source', 'module', 'node', 'import', 'default'] };
/** Vitest hands these to Node's loader as well, so nothing may stand here that Node decides by itself (`import`, `require`, `module`). */
const ssr = { resolve: { conditions: ['banshi-source', 'node'], externalConditions: ['banshi-source', 'node'] } };
/** Global set-ups are resolved in an environment of Vitest's own, which inherits neither of the above. */
const environments = { __vitest__: { resolve } };

/** One run, five projects. The database projects clone a template database that `tests/setup` migrates once. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/setup/closing-line.ts'],
    maxWorkers: 2,
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['workflows/*/src/**/*.spec.ts', 'models/*/src/**/*.spec.ts', 'server/src/**/*.spec.ts', 'scripts/**/*.spec.ts', 'tests/conformance/**/*.spec.ts'],
          exclude: ['**/*.db.spec.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        resolve,
        ssr,
        environments,
        test: {
          name: 'db',
          environment: 'node',
          include: ['server/src/**/*.db.spec.ts'],
          globalSetup: ['tests/setup/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { extends: './admin-ui/vite.config.ts', test: { name: 'ui', environment: 'happy-dom', include: ['admin-ui/src/**/*.spec.{ts,tsx}', 'assistant/src/**/*.spec.ts'], testTimeout: 20_000 } },
      {
        resolve,
        ssr,
        environments,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.spec.ts', 'tests/faults/**/*.spec.ts'],
          globalSetup: ['tests/setup/postgres.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { resolve, ssr, test: { name: 'trainer', environment: 'node', include: ['tests/trainer/**/*.spec.ts'], testTimeout: 600_000 } },
    ],
  },
});
