import { taskOf } from './artifact.types.js';
import type { ArtifactConfig, ArtifactTask, TaskConfigs } from './artifact.types.js';

type Fields = Record<string, unknown>;
type Require = (ok: boolean, problem: string) => void;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFinite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPositive = (value: unknown): boolean => isFinite(value) && value > 0;
const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least;
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const checks: Record<ArtifactTask, (value: Fields, require: Require) => void> = { understanding: checkUnderstanding, retrieval: checkRetrieval, extractive: checkExtractive };

/** The problems of a parsed `config.json`, empty when it is that of a known task. */
export function checkConfig(value: unknown): string[] {
  if (!isObject(value)) return ['config.json is not an object'];
  const problems: string[] = [];
  const require: Require = (ok, problem) => void (ok || problems.push(`config.json: ${problem}`));
  require(value.schema === 1, 'schema must be 1');
  require(isCount(value.maxLength, 3), 'maxLength must be an integer of at least 3');
  require(isObject(value.tokenizer) && Number.isInteger(value.tokenizer.padId) && ['code-point', 'word-piece'].includes(value.tokenizer.unit as string), 'tokenizer needs padId and unit');
  const task = taskOf(value as { task?: string });
  if (Object.hasOwn(checks, task)) checks[task as ArtifactTask](value, require);
  else require(false, 'task is not known');
  return problems;
}

function checkUnderstanding(value: Fields, require: Require): void {
  const intents = Array.isArray(value.intents) ? value.intents : [];
  require(intents.length > 0, 'intents must be a non-empty list');
  require(intents.every((intent) => isObject(intent) && typeof intent.key === 'string' && intent.key !== '' && typeof intent.outOfScope === 'boolean'), 'every intent has a key and outOfScope');
  require(new Set(intents.map((intent) => isObject(intent) && intent.key)).size === intents.length, 'intent keys must differ');
  require(hasValidSlotLabels(value.slotLabels), 'slotLabels must be O followed by pairs B-key, I-key');
  require(['ngram-projection', 'cls', 'mean'].includes(value.pooling as string), 'pooling is not known');
  require(isCount(value.embeddingSize, 1), 'embeddingSize must be a positive integer');
  require(isObject(value.temperature) && isPositive(value.temperature.intent) && isPositive(value.temperature.slot), 'temperatures must be positive');
  require(isObject(value.outOfScope) && isShare(value.outOfScope.threshold), 'outOfScope.threshold must lie between 0 and 1');
}

function checkRetrieval(value: Fields, require: Require): void {
  require(value.pooling === 'cls', 'pooling is not known');
  require(isCount(value.embeddingSize, 1), 'embeddingSize must be a positive integer');
}

function checkExtractive(value: Fields, require: Require): void {
  require(isCount(value.questionTokens, 1) && (value.questionTokens as number) + 4 <= (value.maxLength as number), 'questionTokens must leave room for a text');
  require(isCount(value.answerTokens, 1), 'answerTokens must be a positive integer');
  require(isObject(value.answer) && isFinite(value.answer.threshold) && isPositive(value.answer.temperature), 'answer needs a threshold and a positive temperature');
}

/** Parses the text of `config.json` of a model that interprets utterances; throws a TypeError that lists every problem. */
export function parseConfig(text: string): ArtifactConfig {
  return parseTaskConfig(text, 'understanding');
}

/** Parses the text of `config.json`; throws a TypeError that lists every problem, another task among them. */
export function parseTaskConfig<T extends ArtifactTask>(text: string, task: T): TaskConfigs[T] {
  const value: unknown = JSON.parse(text);
  const problems = checkConfig(value);
  if (problems.length > 0) throw new TypeError(problems.join('; '));
  const own = taskOf(value as { task?: string });
  if (own !== task) throw new TypeError(`config.json: the model is made for ${own}, not for ${task}`);
  return value as TaskConfigs[T];
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
