import { describe, expect, it } from 'vitest';
import { placeLabel, placeOf } from './finding-place.js';
import type { Finding } from './findings.js';
import { goodContents } from './testing/bundles.js';

const contents = goodContents();
const at = (kind: Finding['kind'], key: string, path: string, element?: string): Finding => ({ rule: 'form-invalid', severity: 'error', kind, key, path, ...(element === undefined ? {} : { element }), params: {} });

describe('placeLabel', () => {
  it.each<[Finding, unknown, string, string]>([
    [at('service', 'subsidy', '/guide/materials/0/copies'), contents.service['subsidy'], '办事指南 › 申请材料 › 身份证 › 份数', 'Guide › Materials › 身份证 › Copies'],
    [at('service', 'subsidy', '/guide/materials/7/copies'), contents.service['subsidy'], '办事指南 › 申请材料 › 第 8 项 › 份数', 'Guide › Materials › Entry 8 › Copies'],
    [at('form', 'subsidy-form', '/schema/properties/name/x-slot'), contents.form['subsidy-form'], '数据结构 › 字段 › 姓名 › 对应槽位', 'Data › Fields › 姓名 › Bound slot'],
    [at('dictionary', 'education', '/entries/1/code'), contents.dictionary['education'], '字典项 › 硕士 › 代码', 'Entries › 硕士 › Code'],
    [at('workflow', 'subsidy-flow', '/bpmn', 'Review'), contents.workflow['subsidy-flow'], '人工任务「审核」', 'User task “审核”'],
    [at('workflow', 'subsidy-flow', '/bpmn', 'Gone'), contents.workflow['subsidy-flow'], '流程图', 'Diagram'],
    [at('model', '', ''), null, '', ''],
  ])('%#', (finding, body, zh, en) => expect(placeLabel(finding, body)).toEqual({ zh, en }));
});

describe('placeOf', () => {
  it('opens the screen of the kind at the field or the element', () => {
    expect(placeOf(at('workflow', 'subsidy-flow', '/bpmn', 'Review'))).toEqual({ screen: 'workflow', key: 'subsidy-flow', path: '/bpmn', element: 'Review' });
    expect(placeOf(at('model', '', ''))).toEqual({ screen: 'model', key: '', path: '' });
  });
});
