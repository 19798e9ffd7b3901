import { describe, expect, it } from 'vitest';
import { checkBankCard, checkCreditCode, checkMobile, checkPhone, checkResidentId, isLuhn, reasonText, type Verdict } from './index.js';

const NOW = new Date('2026-01-01T00:00:00Z');
const reason = (verdict: Verdict) => (verdict.valid ? 'valid' : verdict.reason);

describe('checkResidentId', () => {
  it.each([
    ['110101198001011232', 'valid'],
    ['11010119900307002X', 'valid'],
    ['110101198001011234', 'check-digit'],
    ['81000019980902013X', 'valid'],
    ['932682198501010017', 'valid'],
    ['610104620927690', 'valid'],
    ['111111199901101512', 'region'],
    ['110101198002301231', 'birth-date'],
    ['110101203001011231', 'birth-date-future'],
    ['1101011980010112', 'length'],
    ['11010119800101123A', 'format'],
    ['61010462092769X', 'format'],
    ['', 'empty'],
  ])('%s: %s', (text, expected) => expect(reason(checkResidentId(text, NOW))).toBe(expected));

  it('says which check digit would be right', () => {
    const verdict = checkResidentId('110101198001011234', NOW);
    expect(verdict).toEqual({ valid: false, reason: 'check-digit', params: { expected: '2', actual: '4' } });
    expect(reasonText(verdict, 'zh')).toBe('校验码错误：末位应为 2，现在是 4');
    expect(reasonText(verdict, 'en')).toContain('should be 2');
  });

  it('accepts a lower-case x', () => {
    expect(checkResidentId('81000019980902013x', NOW)).toEqual({ valid: true });
  });
});

describe('checkCreditCode', () => {
  it.each([
    ['91110000600037341L', 'valid'],
    ['91110000600037341N', 'check-digit'],
    ['9111000060003IOZSV', 'format'],
    ['12345', 'length'],
    ['9111000060003734-L', 'format'],
  ])('%s: %s', (text, expected) => expect(reason(checkCreditCode(text))).toBe(expected));
});

describe('phones and cards', () => {
  it('checks mobile numbers', () => {
    expect(['13800000000', '+8618600221432', '12800000000', '1380000000', '1380000000a'].map((text) => reason(checkMobile(text)))).toEqual([
      'valid', 'valid', 'format', 'length', 'format',
    ]);
  });
  it('checks landlines and service numbers', () => {
    expect(['010-12345678', '0826-2345678', '02887654321', '400-800-1234', '010 12345678', '13800000000'].map((text) => reason(checkPhone(text)))).toEqual([
      'valid', 'valid', 'valid', 'valid', 'format', 'format',
    ]);
  });
  it('checks bank cards', () => {
    expect(['6222021234567890128', '6222021234567890123', '622202', '6222 0212'].map((text) => reason(checkBankCard(text)))).toEqual([
      isLuhn('6222021234567890128') ? 'valid' : 'luhn', isLuhn('6222021234567890123') ? 'valid' : 'luhn', 'length', 'format',
    ]);
    expect(isLuhn('4111111111111111')).toBe(true);
    expect(isLuhn('4111111111111112')).toBe(false);
  });
});
