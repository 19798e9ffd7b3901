import type { JsonSchema } from '../form-body.js';
import { isObject, own, ownObject } from '../schema/json.js';

/** One choice that the form itself lists; choices of a dictionary are read from the dictionary. */
export interface FieldOption {
  value: string;
  title: string;
}

/** The schema that holds a field's choices: its own, or that of its items when several may be chosen. */
export function choiceSchema(schema: JsonSchema): JsonSchema {
  return schema['type'] === 'array' && isObject(schema['items']) ? schema['items'] : schema;
}

/** The choices of a field, from `enum` with `x-enumTitles` or from imported `oneOf` constants. */
export function optionsOf(schema: JsonSchema): FieldOption[] {
  const choice = choiceSchema(schema);
  const titles = ownObject(choice, 'x-enumTitles');
  if (Array.isArray(choice['enum'])) {
    return choice['enum'].map((value) => ({ value: String(value), title: String(own(titles, String(value)) ?? value) }));
  }
  if (!Array.isArray(choice['oneOf'])) return [];
  return choice['oneOf'].filter((one) => isObject(one) && 'const' in one).map((one) => ({ value: String(own(one, 'const')), title: String(own(one, 'title') ?? own(one, 'const')) }));
}

/** The keywords that say the options; titles are written only where they differ from the value. */
export function optionKeywords(options: readonly FieldOption[]): JsonSchema {
  const titled = options.filter((option) => option.title !== '' && option.title !== option.value);
  return {
    enum: options.map((option) => option.value),
    ...(titled.length > 0 && { 'x-enumTitles': Object.fromEntries(titled.map((option) => [option.value, option.title])) }),
  };
}

/** Replaces a field's choices by a list or by a dictionary, leaving its other keywords. */
export function withChoices(schema: JsonSchema, choices: { options: readonly FieldOption[] } | { dictionary: string }): JsonSchema {
  const { enum: _enum, oneOf: _oneOf, 'x-enumTitles': _titles, 'x-dictionary': _dictionary, ...rest } = choiceSchema(schema);
  const next = { ...rest, ...('options' in choices ? optionKeywords(choices.options) : { 'x-dictionary': choices.dictionary }) };
  return schema['type'] === 'array' ? { ...schema, items: next } : next;
}
