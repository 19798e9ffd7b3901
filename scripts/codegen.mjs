// `npm run codegen`: writes server/schema.graphql from the resolvers.
import { say } from './lib/console.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { setUp } from './lib/set-up.mjs';

await setUp();
process.exitCode = await runNode([inRoot('server', 'dist', 'cli', 'write-schema.js'), inRoot('server', 'schema.graphql')]);
if (process.exitCode === 0) say('已写入 server/schema.graphql', 'wrote server/schema.graphql');
