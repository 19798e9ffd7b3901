import { describe, expect, it } from 'vitest';
import { log } from './log.js';

/** What the logger's serialisers make of a value. */
const serialised = (name: 'err' | 'reason', value: unknown): string => JSON.stringify((log[Symbol.for('pino.serializers') as never] as Record<string, (value: unknown) => unknown>)[name]!(value));

describe('log', () => {
  it('keeps personal data of errors out, what the database quotes included', () => {
    const failure = Object.assign(new Error('duplicate key 13800138000'), { query: 'INSERT INTO x VALUES ($1)', parameters: ['110101199001011237'], detail: 'Key (mobile)=(13800138000) already exists.', driverError: { detail: '13800138000' } });
    const line = serialised('err', failure);
    expect(line).toContain('duplicate key ⟦手机号⟧');
    expect(line).toContain('INSERT INTO x');
    expect(line).not.toMatch(/13800138000|110101199001011237/);
    expect(serialised('reason', '证件号 110101199001011237 有误')).toBe('"证件号 ⟦身份证号⟧ 有误"');
    expect(serialised('err', 'no error')).toBe('"no error"');
  });
});
