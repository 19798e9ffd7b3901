import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isValidAgainst } from '@banshi/forms';

interface SuiteGroup {
  description: string;
  schema: unknown;
  tests: { description: string; data: unknown; valid: boolean }[];
}

export interface SuiteResult {
  passed: number;
  total: number;
  /** `file: group: test`, one for each test whose verdict differs from the suite's. */
  failures: string[];
}

/** The keywords that the form editor writes or an import keeps. `format` is asserted, so its date tests come from `optional`. */
const FILES = [
  ...['type', 'properties', 'required', 'enum', 'const', 'boolean_schema', 'default'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  ...['minProperties', 'maxProperties', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if-then-else', 'dependentRequired', 'dependentSchemas', 'infinite-loop-detection', 'ref'],
  'optional/format/date',
].map((name) => `${name}.json`);

/** What a form may not use (`checkForm` refuses it): schemas with another base, dynamic or remote references, `unevaluated*`. */
const REFUSED = /"(?:\$id|unevaluatedItems|unevaluatedProperties|\$dynamicRef|\$dynamicAnchor|\$anchor)"|"\$ref":"(?!#)/u;

/** Runs the JSON-Schema-Test-Suite, draft 2020-12, for the keywords of forms. `dataDir` holds `json_schema_test_suite`. */
export async function checkJsonSchemaSuite(dataDir: string): Promise<SuiteResult> {
  const folder = join(dataDir, 'json_schema_test_suite', 'tests', 'draft2020-12');
  const result: SuiteResult = { passed: 0, total: 0, failures: [] };
  const present = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  for (const file of FILES) {
    if (!present.has(file)) {
      result.failures.push(`${file}: missing from the suite`);
      continue;
    }
    const groups = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SuiteGroup[];
    for (const group of groups.filter((one) => !REFUSED.test(JSON.stringify(one.schema)))) {
      for (const test of group.tests) {
        result.total++;
        if (verdict(group.schema, test.data) === test.valid) result.passed++;
        else result.failures.push(`${file}: ${group.description}: ${test.description}`);
      }
    }
  }
  return result;
}

function verdict(schema: unknown, data: unknown): boolean | string {
  try {
    return isValidAgainst(schema, data);
  } catch (error) {
    return String(error);
  }
}
