import { describe, expect, it } from 'vitest';
import { diffBpmn } from './bpmn-diff.js';
import { scanBpmn } from './bpmn-scan.js';
import { drawBpmn, reviewBpmn, start, task } from './testing/draw-bpmn.js';

const diff = (before: string, after: string) => diffBpmn('/bpmn', before, after);

describe('diffBpmn', () => {
  it('finds nothing where only the writing differs', () => {
    const xml = reviewBpmn();
    const rewritten = xml
      .replaceAll('bpmn:', 'b:')
      .replaceAll(':bpmn=', ':b=')
      .replaceAll(' />', '></x>')
      .replace(/<([\w:]+)([^<>]*)><\/x>/g, '<$1$2></$1>')
      .replaceAll('"', "'")
      .replace('id=\'Begin\' sourceRef=\'Start\'', 'sourceRef=\'Start\'\n  id=\'Begin\'');
    expect(rewritten).not.toBe(xml);
    expect(diff(xml, xml)).toEqual([]);
    expect(diff(xml, rewritten.replaceAll("= reviewResult = 'approved'", '= reviewResult = "approved"'))).toEqual([]);
  });

  it('shows a changed condition at its flow, before and after', () => {
    expect(diff(reviewBpmn(), reviewBpmn({ condition: 'amount < 1000' }))).toEqual([
      {
        path: '/bpmn',
        element: 'Grant',
        type: 'changed',
        before: '= reviewResult = "approved"',
        after: '= amount < 1000',
        label: { zh: '连线「Grant」 › 条件', en: 'Flow “Grant” › Condition' },
      },
    ]);
  });

  it('shows a renamed task, its permissions and its form', () => {
    const changes = diff(reviewBpmn(), reviewBpmn({ review: { name: '复核', form: 'visit-form', access: { name: 'edit' } } }));
    expect(changes.map(({ element, label, before, after }) => [element, label.zh, before, after])).toEqual([
      ['Review', '人工任务「复核」 › 名称', '审核', '复核'],
      ['Review', '人工任务「复核」 › 表单', null, 'formId=visit-form'],
      ['Review', '人工任务「复核」 › 字段权限', null, 'name=name access=edit'],
    ]);
  });

  it('shows added and removed elements', () => {
    const changes = diff(drawBpmn(start(), task('Old')), drawBpmn(start(), task('New', { name: '新任务' })));
    expect(changes.map(({ type, element, label }) => [type, element, label.en])).toEqual([
      ['added', 'New', 'User task “新任务”'],
      ['removed', 'Old', 'User task “Old”'],
    ]);
  });

  it('takes a moved shape for a change of the drawing alone', () => {
    const drawn = (x: number) => reviewBpmn().replace('</bpmn:definitions>', `<bpmndi:BPMNDiagram id="d"><dc:Bounds x="${x}" /></bpmndi:BPMNDiagram></bpmn:definitions>`);
    expect(diff(drawn(1), drawn(2))).toEqual([{ path: '/bpmn', type: 'changed', label: { zh: '流程图 › 图形位置', en: 'Diagram › Layout' } }]);
  });

  it('compares the text of what cannot be read', () => {
    expect(diff('<a', '<b')).toMatchObject([{ type: 'changed', before: '<a', after: '<b' }]);
  });
});

describe('scanBpmn', () => {
  it.each(['<a>', '<a></b>', '</a>', '<a b="', '<!DOCTYPE x><a/>', '<a '.repeat(3), '<a>'.repeat(500)])('gives up on %s', (xml) => expect(scanBpmn(xml)).toBeNull());

  it('resolves the five entities and character references, no others', () => {
    expect(scanBpmn('<a b="&lt;&#x4e00;&#19968;&foo;&amp;lt;">x<![CDATA[&lt;]]></a>')!.children[0]).toMatchObject({ attributes: { b: '<一一&foo;&lt;' }, text: 'x&lt;' });
  });

  it('takes linear time on hostile text', () => {
    const started = Date.now();
    scanBpmn(`<a ${'x'.repeat(1_000_000)}>`);
    scanBpmn(`<a ${'x='.repeat(500_000)}>`);
    scanBpmn('<'.repeat(1_000_000));
    scanBpmn(`<a>${'&#'.repeat(500_000)}</a>`);
    scanBpmn('<a/>'.repeat(250_000));
    expect(Date.now() - started).toBeLessThan(3000);
  });
});
