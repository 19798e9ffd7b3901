import { describe, expect, it } from 'vitest';
import { isEqualJson } from './json.js';
import { checkLimits, utf8Length } from './limits.js';
import { compilePattern, matchesPattern, patternProblem } from './pattern.js';
import { at, child, resolveRef } from './pointer.js';
import { validateSchema } from './validate-schema.js';

describe('json', () => {
  it('compares values, not spellings', () => {
    expect(isEqualJson({ a: 1, b: [true] }, { b: [true], a: 1.0 })).toBe(true);
    expect(isEqualJson(-0, 0)).toBe(true);
    expect(isEqualJson(1, true)).toBe(false);
    expect(isEqualJson('1', 1)).toBe(false);
    expect(isEqualJson({ a: undefined }, {})).toBe(true);
    expect(isEqualJson([1, 2], [2, 1])).toBe(false);
  });
});

describe('pointers', () => {
  it('escape and resolve', () => {
    expect(child('/a', 'b/~c')).toBe('/a/b~1~0c');
    expect(at({ a: { 'b/~c': [7] } }, '/a/b~1~0c/0')).toBe(7);
    expect(at({ a: 1 }, '/constructor')).toBeUndefined();
    expect(resolveRef({ $defs: { 名: 1 } }, '#/$defs/%E5%90%8D')).toBe(1);
    expect(resolveRef({}, '#/%E0%A4%A')).toBeUndefined();
    expect(resolveRef({}, 'https://example.com/#/a')).toBeUndefined();
  });

  it('of errors name the value, a missing property itself', () => {
    const schema = { properties: { 'a/b': { items: { required: ['x~y'] } } } };
    expect(validateSchema(schema, { 'a/b': [{}] })).toEqual([{ path: '/a~1b/0/x~0y', keyword: 'required', params: {} }]);
  });
});

describe('limits', () => {
  it('count bytes of UTF-8', () => {
    for (const text of ['abc', 'é', '表单', '𠮷', '\ud800x']) expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  });

  it('hold at their edges', () => {
    expect(checkLimits('x'.repeat(1_000_000))).toBeNull();
    expect(checkLimits('x'.repeat(1_000_001))?.params).toEqual({ limit: 'string', max: 1_000_000 });
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + '1' + ']'.repeat(depth));
    expect(checkLimits(nested(32))).toBeNull();
    expect(checkLimits(nested(33))?.params).toEqual({ limit: 'depth', max: 32 });
  });

  it('stop early on a list of ten million numbers', () => {
    expect(checkLimits(new Array(10_000_001).fill(1))?.params).toEqual({ limit: 'body', max: 10_000_000 });
  });
});

describe('patterns', () => {
  it('are unanchored and know Chinese', () => {
    expect(matchesPattern('b', 'abc')).toBe(true);
    expect(matchesPattern('^[\\u4e00-\\u9fa5]{2,4}$', '张三')).toBe(true);
    expect(matchesPattern('^\\p{Script=Han}+$', '𠮷')).toBe(true);
    expect(matchesPattern('^京[A-Z]·?\\d{5}$', '京A12345')).toBe(true);
  });

  it('that RE2 refuses match nothing and have a reason', () => {
    for (const pattern of ['(?<=a)b', '(a)\\1', '[', 'x'.repeat(1001)]) {
      expect(patternProblem(pattern)).toBeTruthy();
      expect(matchesPattern(pattern, 'ab')).toBe(false);
      expect(() => compilePattern(pattern)).toThrow();
    }
  });
});

describe('references', () => {
  it('that are remote, missing or endless allow nothing and always end', () => {
    expect(validateSchema({ $ref: 'https://example.com/a' }, 1)).toMatchObject([{ keyword: 'not-allowed' }]);
    expect(validateSchema({ $ref: '#/$defs/none' }, 1)).toMatchObject([{ keyword: 'not-allowed' }]);
    expect(validateSchema({ $ref: '#' }, 1)).toMatchObject([{ keyword: 'too-large' }]);
  });

  it('that recurse follow the data', () => {
    const tree = { properties: { children: { items: { $ref: '#' } }, name: { type: 'string' } } };
    expect(validateSchema(tree, { children: [{ children: [{ name: 1 }] }] })).toMatchObject([{ path: '/children/0/children/0/name' }]);
  });
});
