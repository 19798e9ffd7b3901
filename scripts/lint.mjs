// `npm run lint`: types, style and layers of every package; zero warnings.
import { existsSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const program = (...parts) => inRoot('node_modules', ...parts);
const SOURCES = ['workflows', 'models', 'migrations', 'server/src', 'assistant/src', 'admin-ui/src', 'tests'].filter((path) => existsSync(inRoot(path)));

const checks = [
  ['类型', 'types', [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['界面类型', 'types of the UI', [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'admin-ui/tsconfig.json']],
  ['助手类型', 'types of the assistant', [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'assistant/tsconfig.json']],
  ['代码规则', 'code rules', [program('eslint', 'bin', 'eslint.js'), '--max-warnings=0', '--no-error-on-unmatched-pattern', ...SOURCES]],
  ['分层', 'layers', [program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...SOURCES]],
];

let failed = 0;
for (const [chinese, english, args] of checks) {
  const code = await runNode(args, { env: { NODE_OPTIONS: '--max-old-space-size=3072' } });
  if (code === 0) continue;
  failed += 1;
  say(`${chinese}检查未通过`, `${english}: failed`);
}
if (failed === 0) say('检查全部通过', 'all checks passed');
process.exitCode = failed === 0 ? 0 : 1;
