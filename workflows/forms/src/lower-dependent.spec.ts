import { describe, expect, it } from 'vitest';
import { lowerDependent } from './lower-dependent.js';
import { isValidAgainst } from './schema/validate-schema.js';

describe('lowering dependent keywords', () => {
  it('writes them as if/then after what is there already', () => {
    const schema = { type: 'object', properties: { card: {}, bank: {} }, dependentRequired: { card: ['bank'] }, allOf: [{ title: 'first' }] };
    expect(lowerDependent(schema)).toEqual({
      type: 'object',
      properties: { card: {}, bank: {} },
      allOf: [{ title: 'first' }, { if: { required: ['card'] }, then: { required: ['bank'] } }],
    });
  });

  it('lowers draft 7 dependencies and inner schemas', () => {
    const schema = { items: { dependencies: { a: ['b'], c: { dependentRequired: { d: ['e'] } } } } };
    expect(JSON.stringify(lowerDependent(schema))).not.toMatch(/depend/u);
  });

  it('accepts and refuses the same data as before', () => {
    const schema = { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { maxProperties: 1 }, d: { type: 'object', dependentRequired: { e: ['f'] } } } };
    const lowered = lowerDependent(schema);
    for (const data of [1, 'a', [], {}, { a: 1 }, { a: 1, b: 1 }, { c: 1 }, { c: 1, b: 1 }, { d: 1, e: 1 }, { d: 1, e: 1, f: 1 }]) {
      expect(isValidAgainst(lowered, data)).toBe(isValidAgainst(schema, data));
    }
  });

  it('leaves data inside the schema and everything else alone', () => {
    const schema = { const: { dependencies: { a: ['b'] } }, properties: { dependencies: { type: 'string' } } };
    expect(lowerDependent(schema)).toEqual(schema);
    expect(lowerDependent(true)).toBe(true);
  });
});
