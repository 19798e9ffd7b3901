import { DomainError } from '../../../platform/errors/domain-error.js';
import { trainingErrors } from '../training.errors.js';

export interface InBothLanguages {
  zh: string;
  en: string;
}

export type HyperValue = number | boolean | string | number[];
export type Hyper = Record<string, HyperValue>;

interface FieldText {
  key: string;
  title: InBothLanguages;
  help: InBothLanguages;
  /** Not shown until asked for. */
  isAdvanced: boolean;
}

interface NumberRange {
  min: number;
  max: number;
  /** Sensible on a logarithmic scale, such as a learning rate. */
  isLogarithmic?: boolean;
}

/** One hyper-parameter: how it is called, what it may be, what it is when nobody says. */
export type HyperField = FieldText &
  (
    | ({ type: 'integer' | 'number'; default: number } & NumberRange)
    | ({ type: 'numbers'; default: number[]; maxItems: number } & NumberRange)
    | { type: 'boolean'; default: boolean }
    | { type: 'choice'; default: string; choices: { value: string; title: InBothLanguages }[] }
  );

export const hyperDefaults = (fields: readonly HyperField[]): Hyper => Object.fromEntries(fields.map((field) => [field.key, field.default]));

/** Checks hyper-parameters that a person gave; answers those that differ from the defaults. */
export function parseHyper(fields: readonly HyperField[], value: unknown, path = 'input.hyperParameters'): Hyper {
  const refuse = (key: string | null, reason: string): never => {
    throw new DomainError(trainingErrors.INVALID_HYPER_PARAMETERS, { field: key ? `${path}.${key}` : path, params: { reason: reason.slice(0, 300) }, details: { defaults: hyperDefaults(fields) } });
  };
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return refuse(null, '{ … }');
  const known = new Map(fields.map((field) => [field.key, field]));
  const differing: Hyper = {};
  for (const [key, given] of Object.entries(value as Record<string, unknown>)) {
    const field = known.get(key);
    if (!field) return refuse(null, `${key.slice(0, 60)}: ${[...known.keys()].join(', ')}`);
    if (!isValid(field, given)) return refuse(key, `${key}: ${expected(field)}`);
    if (JSON.stringify(given) !== JSON.stringify(field.default)) differing[key] = given as HyperValue;
  }
  return differing;
}

function isValid(field: HyperField, value: unknown): boolean {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return field.choices.some((choice) => choice.value === value);
    case 'numbers':
      return Array.isArray(value) && value.length > 0 && value.length <= field.maxItems && value.every((item) => isWithin(field, item));
    case 'integer':
      return Number.isInteger(value) && isWithin(field, value);
    case 'number':
      return isWithin(field, value);
  }
}

const isWithin = ({ min, max }: NumberRange, value: unknown) => typeof value === 'number' && value >= min && value <= max;

/** In figures, so that it reads the same in every language. */
function expected(field: HyperField): string {
  switch (field.type) {
    case 'boolean':
      return 'true, false';
    case 'choice':
      return field.choices.map(({ value }) => value).join(', ');
    case 'numbers':
      return `1–${field.maxItems} × ${field.min} … ${field.max}`;
    case 'integer':
      return `${field.min}, ${field.min + 1}, … ${field.max}`;
    case 'number':
      return `${field.min} … ${field.max}`;
  }
}
