import type { ArtifactConfig } from './artifact.types.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPositive = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value > 0;
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

/** The problems of a parsed `config.json`, empty when it is an {@link ArtifactConfig}. */
export function checkConfig(value: unknown): string[] {
  if (!isObject(value)) return ['config.json is not an object'];
  const problems: string[] = [];
  const require = (ok: boolean, problem: string): void => void (ok || problems.push(`config.json: ${problem}`));
  require(value.schema === 1, 'schema must be 1');
  const intents = Array.isArray(value.intents) ? value.intents : [];
  require(intents.length > 0, 'intents must be a non-empty list');
  require(intents.every((intent) => isObject(intent) && typeof intent.key === 'string' && intent.key !== '' && typeof intent.outOfScope === 'boolean'), 'every intent has a key and outOfScope');
  require(new Set(intents.map((intent) => isObject(intent) && intent.key)).size === intents.length, 'intent keys must differ');
  require(hasValidSlotLabels(value.slotLabels), 'slotLabels must be O followed by pairs B-key, I-key');
  require(Number.isInteger(value.maxLength) && (value.maxLength as number) >= 3, 'maxLength must be an integer of at least 3');
  require(['ngram-projection', 'cls', 'mean'].includes(value.pooling as string), 'pooling is not known');
  require(Number.isInteger(value.embeddingSize) && isPositive(value.embeddingSize), 'embeddingSize must be a positive integer');
  require(isObject(value.temperature) && isPositive(value.temperature.intent) && isPositive(value.temperature.slot), 'temperatures must be positive');
  require(isObject(value.outOfScope) && isShare(value.outOfScope.threshold), 'outOfScope.threshold must lie between 0 and 1');
  require(isObject(value.tokenizer) && Number.isInteger(value.tokenizer.padId) && ['code-point', 'word-piece'].includes(value.tokenizer.unit as string), 'tokenizer needs padId and unit');
  return problems;
}

/** Parses the text of `config.json`; throws a TypeError that lists every problem. */
export function parseConfig(text: string): ArtifactConfig {
  const value: unknown = JSON.parse(text);
  const problems = checkConfig(value);
  if (problems.length > 0) throw new TypeError(problems.join('; '));
  return value as ArtifactConfig;
}

function hasValidSlotLabels(value: unknown): boolean {
  if (!Array.isArray(value) || value[0] !== 'O' || value.length % 2 !== 1) return false;
  if (new Set(value).size !== value.length) return false;
  for (let i = 1; i < value.length; i += 2) {
    const [begin, inside] = [value[i], value[i + 1]] as unknown[];
    if (typeof begin !== 'string' || !begin.startsWith('B-') || begin.length < 3 || inside !== `I-${begin.slice(2)}`) return false;
  }
  return true;
}
