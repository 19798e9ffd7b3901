import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'banshi-lint-'));
  writeFileSync(join(copy, 'tsconfig.json'), '{"compilerOptions":{"module":"nodenext","target":"es2022"}}');
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
}

interface Report {
  summary: { violations: Array<{ from: string; to: string; rule: { name: string } }> };
}

/** What `npm run lint` says about the planted files, as `rule: from`. */
function cruise(): string[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', timeout: 60_000 });
  if (!stdout) throw new Error(stderr);
  const found = (JSON.parse(stdout) as Report).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  // The JSON report always ends with 0; the one for people fails the pipeline.
  const plain = spawnSync(process.execPath, [...args.slice(0, 3), '.'], { cwd: copy, timeout: 60_000 });
  expect(status).toBe(0);
  expect(plain.status === 0).toBe(found.length === 0);
  return found.sort();
}

const service = 'export const answer = 42;\n';

describe('the layers', () => {
  it('allow a service of a row above', () => {
    plant({
      'server/src/modules/config/config.service.ts': service,
      'server/src/modules/release/release.service.ts': "import { answer } from '../config/config.service.js';\nexport const doubled = answer * 2;\n",
    });
    expect(cruise()).toEqual([]);
  }, 60_000);

  it('refuse every planted import that breaks them', () => {
    plant({
      'server/src/modules/hall/hall.service.ts': service,
      'server/src/modules/forms/forms.service.ts': service,
      'server/src/modules/org/post.entity.ts': service,
      'server/src/platform/errors/domain-error.ts': service,
      'server/src/modules/release/upwards.ts': "export * from '../hall/hall.service.js';\n",
      'server/src/modules/catalog/sideways.ts': "export * from '../forms/forms.service.js';\n",
      'server/src/modules/intents/type-only.ts': "import type { answer } from '../forms/forms.service.js';\nexport type A = typeof answer;\n",
      'server/src/modules/cases/entity-of-another.ts': "export * from '../org/post.entity.js';\n",
      'server/src/modules/surprise/surprise.ts': "export * from '../../platform/errors/domain-error.js';\n",
      'server/src/platform/audit/audit.ts': "export * from '../../modules/hall/hall.service.js';\n",
      'workflows/values/src/reads-files.ts': "export { readFileSync } from 'node:fs';\n",
      'workflows/values/src/knows-server.ts': "export * from '../../../server/src/modules/hall/hall.service.js';\n",
      'admin-ui/src/knows-server.ts': "export * from '../../server/src/modules/hall/hall.service.js';\n",
      'migrations/1-first.ts': "export * from '../server/src/modules/hall/hall.service.js';\n",
      'models/head/src/a.ts': "export * from './b.js';\n",
      'models/head/src/b.ts': "export * from './a.js';\n",
    });
    expect(cruise()).toEqual([
      'migrations-import-nothing: migrations/1-first.ts',
      'module-without-row: server/src/modules/surprise/surprise.ts',
      'modules-by-their-services: server/src/modules/cases/entity-of-another.ts',
      'no-cycles: models/head/src/a.ts',
      'platform-knows-no-module: server/src/platform/audit/audit.ts',
      'rows-catalog: server/src/modules/catalog/sideways.ts',
      'rows-intents: server/src/modules/intents/type-only.ts',
      'rows-release: server/src/modules/release/upwards.ts',
      'ui-speaks-to-the-server-by-its-api: admin-ui/src/knows-server.ts',
      'workflows-are-pure: workflows/values/src/reads-files.ts',
      'workflows-stand-alone: workflows/values/src/knows-server.ts',
    ]);
  }, 60_000);
});

describe('the code rules', () => {
  const lint = async (path: string, text: string): Promise<(string | null)[]> => {
    const [result] = await new ESLint({ cwd: root }).lintText(text, { filePath: join(root, path) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  it('refuse an entity that is an API type, forwardRef and any', async () => {
    expect(await lint('tests/x.entity.ts', 'export class X { @Field(() => String) name = 1; }\n')).toEqual(['no-restricted-syntax']);
    expect(await lint('tests/x.model.ts', 'export class X { @Field(() => String) name = 1; }\n')).toEqual([]);
    expect(await lint('tests/x.ts', 'export const x = forwardRef(() => 1);\n')).toEqual(['no-restricted-syntax']);
    expect(await lint('tests/x.ts', 'export const x = (y: any) => y;\n')).toEqual(['@typescript-eslint/no-explicit-any']);
  }, 60_000);
});
