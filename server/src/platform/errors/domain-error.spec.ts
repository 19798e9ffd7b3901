import { describe, expect, it } from 'vitest';
import { commonErrors, DomainError, found } from './domain-error.js';
import { toPublicError } from './public-error.js';

describe('errors', () => {
  it('speak both languages, with their parameters', () => {
    const error = new DomainError(commonErrors.TOO_LARGE, { field: 'file', params: { limit: '4 MB' } });
    expect(toPublicError(error, 'zh')).toEqual({ status: 413, code: 'TOO_LARGE', message: '内容过大，上限为 4 MB', field: 'file', params: { limit: '4 MB' }, details: undefined });
    expect(toPublicError(error, 'en').message).toBe('Too large; the limit is 4 MB');
  });

  it('have a text in Chinese and English for every common code', () => {
    for (const [code, definition] of Object.entries(commonErrors)) {
      expect(definition.code).toBe(code);
      expect(definition.zh).toMatch(/\p{Script=Han}/u);
      expect(definition.en).not.toMatch(/\p{Script=Han}/u);
      expect([...definition.zh.matchAll(/\{\w+\}/g)].map(String).sort()).toEqual([...definition.en.matchAll(/\{\w+\}/g)].map(String).sort());
    }
  });

  it('never show a parameter as code of the template', () => {
    expect(new DomainError(commonErrors.NOT_FOUND, { params: { what: '{what} $& $1' } }).text('en')).toBe('Not found: {what} $& $1');
  });

  it.each([{ code: '57P03' }, { driverError: { code: '57P01' } }, { code: 'ECONNREFUSED' }, { driverError: new Error('Connection terminated unexpectedly') }])('say that the database is away: %o', (error) => {
    expect(toPublicError(error, 'zh')).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });

  it('tell nothing of a bug but a reference', () => {
    const answer = toPublicError(new Error('password=secret at /srv/app'), 'en', 'r-1');
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.message).toContain('r-1');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('say NOT_FOUND for a missing row', () => {
    expect(() => found(null, 'service x')).toThrow('NOT_FOUND: Not found: service x');
    expect(found(0, 'zero')).toBe(0);
  });
});
