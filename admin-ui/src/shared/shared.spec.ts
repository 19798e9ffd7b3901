import { describe, expect, it } from 'vitest';
import { matches } from '../app/layout/match-command.js';
import { treeOf } from '../org/org.js';
import { proposeKey } from './config/create-item-dialog.js';
import { diffText } from './diff-tokens.js';
import { formatBytes, formatYuan } from './format.js';
import { parsePasted, toCsv } from './list/csv.js';
import { placeOf } from './place.js';
import { relativeTime } from './time.js';

describe('finding commands', () => {
  it('takes parts, pinyin and initials', () => {
    for (const query of ['发布', 'daifabu', 'dfb', 'fb', 'FaBu']) expect(matches('待发布', query)).toBe(true);
    expect(matches('待发布', 'xyz')).toBe(false);
    expect(matches('API keys', 'key')).toBe(true);
  });
});

describe('keys from titles', () => {
  it('spells Chinese and stays within the pattern of keys', () => {
    expect(proposeKey('户口性质')).toBe('hu-kou-xing-zhi');
    expect(proposeKey('2026 年补贴')).toBe('nian-bu-tie');
    expect(proposeKey('绿'.repeat(40))).toMatch(/^[a-z][a-z0-9-]{0,62}[a-z0-9]$/);
  });
});

describe('text differences', () => {
  it('compares Chinese by character', () => {
    expect(diffText('十个工作日', '五个工作日')).toEqual([
      { kind: 'removed', text: '十' },
      { kind: 'added', text: '五' },
      { kind: 'same', text: '个工作日' },
    ]);
  });
  it('takes a sentence that was rewritten as a whole, and drops what two changes have in common by chance', () => {
    expect(diffText('先存的人写的简介', '另一段说明文字')).toEqual([
      { kind: 'removed', text: '先存的人写的简介' },
      { kind: 'added', text: '另一段说明文字' },
    ]);
    expect(diffText('请在受理之日起十个工作日内办结', '请在受理之日起五个自然日内办结')).toEqual([
      { kind: 'same', text: '请在受理之日起' },
      { kind: 'removed', text: '十个工作' },
      { kind: 'added', text: '五个自然' },
      { kind: 'same', text: '日内办结' },
    ]);
  });
  it('gives back both texts whatever they are', () => {
    const before = 'a\nb 𠮷 c';
    const after = 'b 𠮷\nd';
    const parts = diffText(before, after);
    const side = (kind: string) => parts.filter((part) => part.kind === 'same' || part.kind === kind).map(({ text }) => text).join('');
    expect(side('removed')).toBe(before);
    expect(side('added')).toBe(after);
  });
});

describe('spreadsheets', () => {
  it('reads pasted rows with quoted cells', () => {
    expect(parsePasted('10\t"甲\n乙"\t\r\n\r\n20\t"说""好"""')).toEqual([
      ['10', '甲\n乙', ''],
      ['20', '说"好"'],
    ]);
  });
  it('writes CSV that Excel reads, and never a formula', () => {
    expect(toCsv([['名称', '=1+1'], ['a,b', -5]])).toBe("\ufeff名称,'=1+1\r\n\"a,b\",-5\r\n");
  });
});

describe('formats', () => {
  it('writes money from integer 分', () => {
    expect([0, 5, 123456789, -100].map(formatYuan)).toEqual(['¥0.00', '¥0.05', '¥1,234,567.89', '-¥1.00']);
  });
  it('writes sizes', () => {
    expect([0, 1023, 1024, 25_000_000].map(formatBytes)).toEqual(['0 B', '1023 B', '1.0 KB', '23.8 MB']);
  });
  it('writes distances in time', () => {
    const now = new Date('2026-03-05T12:00:00Z');
    expect(relativeTime(new Date('2026-03-05T09:00:00Z'), now, 'zh')).toBe('3小时前');
    expect(relativeTime(new Date('2026-03-05T11:59:50Z'), now, 'zh')).toBe('现在');
    expect(relativeTime(new Date('2026-03-04T12:00:00Z'), now, 'en')).toBe('yesterday');
  });
});

describe('places', () => {
  it('names page, place and element', () => {
    expect(placeOf('workflow', 'leave', '/bpmn', 'Task_1')).toBe('/workflows/leave?at=%2Fbpmn&element=Task_1');
    expect(placeOf('model', 'hall')).toBe('/models');
  });
});

describe('organisation', () => {
  it('puts children under their parents, and what lacks a parent at the top', () => {
    const unit = (id: string, parentId: string | null) => ({ id, key: id, title: id, kind: '', parentId });
    expect(treeOf([unit('b', 'a'), unit('a', null), unit('c', 'gone')]).map(({ id, depth }) => `${id}${depth}`)).toEqual(['a0', 'b1', 'c0']);
  });
});
