import { ENCODER_SCHEMA } from './encoder-info.js';

/** What is wrong with the content of `encoder.json`; empty when nothing is. */
export function checkDescription(value: unknown): string[] {
  if (!isRecord(value)) return ['it is not an object'];
  if (value['schema'] !== ENCODER_SCHEMA) return [`its schema is ${JSON.stringify(value['schema']) ?? 'absent'}, not ${ENCODER_SCHEMA}`];
  const problems: string[] = [];
  for (const name of ['name', 'title']) if (!isText(value[name])) problems.push(`${name} must be a text`);
  if (value['unit'] !== 'code-point' && value['unit'] !== 'word-piece') problems.push('unit must be code-point or word-piece');
  for (const [name, least] of [['maxLength', 3], ['hiddenSize', 1], ['layers', 1], ['vocabularySize', 4], ['padId', 0]] as const) {
    const number = value[name];
    if (!Number.isSafeInteger(number) || (number as number) < least) problems.push(`${name} must be an integer of at least ${least}`);
  }
  if (problems.length === 0 && (value['padId'] as number) >= (value['vocabularySize'] as number)) problems.push('padId is not in the vocabulary');
  if (value['license'] !== null && !isText(value['license'])) problems.push('license must be a text or null');
  if (value['teacher'] !== null && !isTeacher(value['teacher'])) problems.push('teacher must have name, license and sha256, or be null');
  return problems;
}

function isTeacher(value: unknown): boolean {
  return isRecord(value) && isText(value['name']) && (value['license'] === null || isText(value['license'])) && /^[0-9a-f]{64}$/.test(String(value['sha256']));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
