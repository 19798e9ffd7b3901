import { expect, it } from 'vitest';
import { linesOf } from './lines-of.js';

it('takes one text a line, without list marks, empty lines and repetitions', () => {
  expect(linesOf('1. 怎么领失业金\r\n\r\n2、怎么领失业金\n- 想办居住证\n•补贴多少钱\n')).toEqual({ lines: ['怎么领失业金', '想办居住证', '补贴多少钱'], repeated: 1 });
});

it('keeps numbers that belong to the text', () => {
  expect(linesOf('110101198001011234 是我的身份证\n3个月没工作\n2026.5 失业')).toEqual({ lines: ['110101198001011234 是我的身份证', '3个月没工作', '2026.5 失业'], repeated: 0 });
  expect(linesOf('').lines).toEqual([]);
});
