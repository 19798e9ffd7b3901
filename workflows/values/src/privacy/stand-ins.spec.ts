import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codePointLength, findPersonalData, standInText } from '../index.js';
import { maskingSet } from './testing/masking-set.js';

const digest = (text: string) => createHmac('sha256', 'k').update(text).digest('hex');

describe('stand-ins', () => {
  it('are of the same kind and length, and the same for the same value', () => {
    const text = '我叫甄不有，手机13800138000，身份证号110101199001011237，１３８００１３８０００';
    const other = standInText(text, digest);
    expect(codePointLength(other)).toBe(codePointLength(text));
    expect(other).not.toMatch(/甄不有|13800138000|19900101/);
    expect(other).toMatch(/^我叫[张李王赵陈刘杨周]..，手机138\d{8}，身份证号11010119800101\d{4}，１３８[０-９]{8}$/u);
    expect(findPersonalData(other).map(({ kind }) => kind)).toEqual(findPersonalData(text).map(({ kind }) => kind));
    expect(standInText(text, digest)).toBe(other);
  });

  it('leave what is nobody’s as it is', () => {
    for (const text of ['参保满15年，2024年3月1日起每月3000元', '如何申请低保？']) expect(standInText(text, digest)).toBe(text);
  });

  it('never change the length of a text', () => {
    for (const { turns } of maskingSet(5, 500)) for (const turn of turns) expect(codePointLength(standInText(turn, digest))).toBe(codePointLength(turn));
  });
});
