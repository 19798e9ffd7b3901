import { describe, expect, it } from 'vitest';
import { diffBySchema } from './diff.js';
import { serviceSchema } from './kinds/service.schema.js';
import { dictionarySchema } from './kinds/dictionary.schema.js';
import { formKind } from './kinds/form.kind.js';
import { newForm, newMaterial, newService } from './testing/factories.js';

const short = (changes: ReturnType<typeof diffBySchema>) => changes.map(({ type, path, label }) => `${type} ${path} ${label.zh} | ${label.en}`);

describe('diffBySchema', () => {
  it('finds nothing between equal bodies, whatever the order of their keys', () => {
    const body = newService();
    const reversed = Object.fromEntries(Object.entries(body).reverse());
    expect(diffBySchema(serviceSchema, body, reversed)).toEqual([]);
  });

  it('shows an inserted material as one added entry', () => {
    const before = newService({ guide: { materials: [newMaterial({ name: '身份证' }), newMaterial({ name: '申请表' })] } });
    const after = newService({ guide: { materials: [newMaterial({ name: '身份证' }), newMaterial({ name: '照片' }), newMaterial({ name: '申请表', copies: 2 })] } });
    expect(short(diffBySchema(serviceSchema, before, after))).toEqual([
      'added /guide/materials/1 办事指南 › 申请材料 › 照片 | Guide › Materials › 照片',
      'changed /guide/materials/2/copies 办事指南 › 申请材料 › 申请表 › 份数 | Guide › Materials › 申请表 › Copies',
    ]);
  });

  it('carries the text before and after', () => {
    const changes = diffBySchema(serviceSchema, newService({ summary: '旧' }), newService({ summary: '新' }));
    expect(changes).toEqual([{ path: '/summary', type: 'changed', before: '旧', after: '新', label: { zh: '简介', en: 'Summary' } }]);
  });

  it('knows a renamed entry, a moved entry and a removed one', () => {
    const list = (...names: string[]) => newService({ guide: { materials: names.map((name) => newMaterial({ name, copies: name.length })) } });
    expect(short(diffBySchema(serviceSchema, list('甲', '乙乙', '丙丙丙'), list('甲', '丁丁', '丙丙丙')))).toEqual([
      'changed /guide/materials/1/name 办事指南 › 申请材料 › 丁丁 › 材料名称 | Guide › Materials › 丁丁 › Material name',
    ]);
    expect(short(diffBySchema(serviceSchema, list('甲', '乙乙'), list('乙乙', '甲')))).toEqual(['changed /guide/materials 办事指南 › 申请材料 › 顺序 | Guide › Materials › Order']);
    expect(short(diffBySchema(serviceSchema, list('甲', '乙乙'), list('乙乙')))).toEqual(['removed /guide/materials/0 办事指南 › 申请材料 › 甲 | Guide › Materials › 甲']);
  });

  it('compares lists of plain text as sets that keep an order', () => {
    const themes = (...names: string[]) => newService({ themes: names });
    expect(short(diffBySchema(serviceSchema, themes('就业', '社保'), themes('社保', '户籍')))).toEqual([
      'removed /themes/0 主题 › 就业 | Themes › 就业',
      'added /themes/1 主题 › 户籍 | Themes › 户籍',
    ]);
  });

  it('handles a value that becomes null, and a limit that appears', () => {
    const changes = diffBySchema(serviceSchema, newService({ form: 'apply' }), newService({ form: null }));
    expect(changes).toEqual([{ path: '/form', type: 'changed', before: 'apply', after: null, label: { zh: '申请表单', en: 'Application form' } }]);
  });

  it('names a form field by its title and a keyword by its meaning', () => {
    const before = newForm({ fields: { name: { type: 'string', title: '姓名', maxLength: 20 } } });
    const after = newForm({ fields: { name: { type: 'string', title: '姓名', maxLength: 50 }, age: { type: 'integer', title: '年龄' } } });
    expect(short(formKind.diff(before, after))).toEqual([
      'changed /schema/properties/name/maxLength 数据结构 › 字段 › 姓名 › 最多字数 | Data › Fields › 姓名 › Maximum length',
      'added /schema/properties/age 数据结构 › 字段 › 年龄 | Data › Fields › 年龄',
      'added /layout/sections/0/fields/1 版面 › 分组 › 基本信息 › 字段版面 › 年龄 | Layout › Sections › 基本信息 › Fields › 年龄',
    ]);
  });

  it('is linear: a dictionary of 40,000 entries with all titles changed', () => {
    const entries = (suffix: string) => ({ title: '区划', description: '', entries: Array.from({ length: 40_000 }, (_, i) => ({ code: String(i), title: `${i}${suffix}` })) });
    const start = Date.now();
    expect(diffBySchema(dictionarySchema, entries('a'), entries('b'))).toHaveLength(40_000);
    expect(Date.now() - start).toBeLessThan(5000);
  });
});
