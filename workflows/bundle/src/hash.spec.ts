import { describe, expect, it } from 'vitest';
import { NotCanonicalError, bundleHash, canonicalJson, contentHash, sha256Hex } from './hash.js';

describe('canonicalJson', () => {
  it('orders keys by UTF-16 code units, as RFC 8785 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('writes numbers and text in the one shortest form', () => {
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0, '\u000f\n"\\'])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,"\\u000f\\n\\"\\\\"]',
    );
  });

  it.each<[string, unknown, string]>([
    ['undefined', { a: [{ b: undefined }] }, '/a/0/b'],
    ['number', { a: Number.NaN }, '/a'],
    ['number', [Number.POSITIVE_INFINITY], '/0'],
    ['lone-surrogate', { 'x/y': 'a\ud842' }, '/x~1y'],
    ['lone-surrogate', { '\udfb7': 1 }, ''],
    ['type', { at: new Date(0) }, '/at'],
    ['type', { big: 1n }, '/big'],
    ['type', new Map(), ''],
    ['undefined', new Array(1), '/0'],
  ])('refuses %s and says where', (reason, value, path) => {
    const attempt = () => canonicalJson(value);
    expect(attempt).toThrow(NotCanonicalError);
    expect(attempt).toThrow(expect.objectContaining({ reason, path }));
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(expect.objectContaining({ reason: 'depth' }));
  });
});

describe('hashes', () => {
  it('is SHA-256 of UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('𠮷')).toBe(sha256Hex(new Uint8Array([0xf0, 0xa0, 0xae, 0xb7])));
  });

  it('does not depend on key order, but does on list order and on the characters themselves', () => {
    expect(contentHash({ b: 1, a: { d: '事项', c: [1, 2] } })).toBe(contentHash({ a: { c: [1, 2], d: '事项' }, b: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
    // The two spellings of é are different characters; RFC 8785 does not normalise.
    expect(contentHash('\u00e9')).not.toBe(contentHash('e\u0301'));
  });

  it('names a bundle whatever the order of its entries', () => {
    const a = { kind: 'form', key: 'leave', sha256: 'a'.repeat(64) };
    const b = { kind: 'form', key: 'permit', sha256: 'b'.repeat(64) };
    const c = { kind: 'service', key: 'leave', sha256: 'c'.repeat(64) };
    expect(bundleHash([c, b, a])).toBe(bundleHash([a, b, c]));
    expect(bundleHash([a, b])).not.toBe(bundleHash([a, { ...b, sha256: 'd'.repeat(64) }]));
    expect(bundleHash([])).toBe(sha256Hex('[]'));
  });
});
