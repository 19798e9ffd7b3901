import type { JsonSchema } from '../form-body.js';

const SCHEMA = { $ref: '#/$defs/schema' };
const SCHEMA_LIST = { type: 'array', minItems: 1, items: SCHEMA };
const SCHEMA_MAP = { type: 'object', additionalProperties: SCHEMA };
const COUNT = { type: 'integer', minimum: 0 };
const NAMES = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const TYPE = { type: 'string', enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] };

/**
 * What a form's schema may be: the 2020-12 metaschema (its core, applicator, validation, format and annotation
 * vocabularies) without the keywords that a form may not use, plus Banshi's annotations. Strict: a keyword that is
 * not listed is a typing error, because an ignored keyword would silently accept everything.
 */
export const formMetaschema: JsonSchema = {
  $ref: '#/$defs/schema',
  $defs: {
    schema: {
      type: ['object', 'boolean'],
      properties: {
        $schema: { const: 'https://json-schema.org/draft/2020-12/schema' },
        $id: { type: 'string' },
        $ref: { type: 'string' },
        $defs: SCHEMA_MAP,
        $comment: { type: 'string' },
        type: { anyOf: [TYPE, { type: 'array', items: TYPE, minItems: 1, uniqueItems: true }] },
        enum: { type: 'array', minItems: 1, uniqueItems: true },
        const: true,
        properties: SCHEMA_MAP,
        patternProperties: SCHEMA_MAP,
        additionalProperties: SCHEMA,
        propertyNames: SCHEMA,
        required: NAMES,
        dependentRequired: { type: 'object', additionalProperties: NAMES },
        dependentSchemas: SCHEMA_MAP,
        minProperties: COUNT,
        maxProperties: COUNT,
        items: SCHEMA,
        prefixItems: SCHEMA_LIST,
        contains: SCHEMA,
        minContains: COUNT,
        maxContains: COUNT,
        minItems: COUNT,
        maxItems: COUNT,
        uniqueItems: { type: 'boolean' },
        minLength: COUNT,
        maxLength: COUNT,
        pattern: { type: 'string' },
        format: { type: 'string' },
        minimum: { type: 'number' },
        maximum: { type: 'number' },
        exclusiveMinimum: { type: 'number' },
        exclusiveMaximum: { type: 'number' },
        multipleOf: { type: 'number', exclusiveMinimum: 0 },
        allOf: SCHEMA_LIST,
        anyOf: SCHEMA_LIST,
        oneOf: SCHEMA_LIST,
        not: SCHEMA,
        if: SCHEMA,
        then: SCHEMA,
        else: SCHEMA,
        title: { type: 'string' },
        description: { type: 'string' },
        default: true,
        examples: { type: 'array' },
        deprecated: { type: 'boolean' },
        readOnly: { type: 'boolean' },
        writeOnly: { type: 'boolean' },
        'x-type': { type: 'string', enum: ['money', 'textarea', 'attachment'] },
        'x-slot': { type: 'string', minLength: 1 },
        'x-dictionary': { type: 'string', minLength: 1 },
        'x-sensitive': { type: 'boolean' },
        'x-hint': { type: 'string' },
        'x-enumTitles': { type: 'object', additionalProperties: { type: 'string' } },
        'x-mediaTypes': NAMES,
        'x-maxBytes': COUNT,
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
  },
};
