import { compile, moddleExtensions } from '@banshi/process';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { starterDiagram } from '../starter-diagram.js';
import { readCondition, readFields, readFormId, readGroups, readOutcomes, readResult, writeCondition, writeFields, writeFormId, writeGroups, writeOutcomes, writeResult } from './extension-elements.js';
import type { Moddle, ModdleElement } from './moddle-element.js';

const moddle = new BpmnModdle({ ...moddleExtensions } as never);
const create = (type: string, attributes: Record<string, unknown>) => (moddle as unknown as Moddle).create(type, attributes);
const task = () => create('bpmn:UserTask', { id: 'Task' });
const set = (element: ModdleElement, extensionElements: ModdleElement | undefined) => {
  (element as unknown as { set(name: string, value: unknown): void }).set('extensionElements', extensionElements);
  return element;
};

describe('extension elements', () => {
  it('reads back what it wrote', () => {
    const element = task();
    set(element, writeGroups(create, element, ['department:$service', 'role:CLERK']));
    set(element, writeFormId(create, element, 'review-form'));
    set(element, writeFields(create, element, { default: 'read', access: { opinion: 'edit' } }));
    const outcomes = { variable: 'reviewResult', values: [{ value: 'approved', title: '通过', titleEn: 'Approve', requireComment: false }] };
    set(element, writeOutcomes(create, element, outcomes));
    expect(readGroups(element)).toEqual(['department:$service', 'role:CLERK']);
    expect(readFormId(element)).toBe('review-form');
    expect(readFields(element)).toEqual({ default: 'read', access: { opinion: 'edit' } });
    expect(readOutcomes(element)).toEqual(outcomes);
  });

  it('removes one without touching the others, and the container with the last', () => {
    const element = set(task(), undefined);
    set(element, writeFormId(create, element, 'form-a'));
    set(element, writeOutcomes(create, element, { variable: 'x', values: [] }));
    set(element, writeOutcomes(create, element, null));
    expect(readFormId(element)).toBe('form-a');
    expect(writeFormId(create, element, null)).toBeUndefined();
  });

  it('leaves the old elements as they were, for undo', () => {
    const element = task();
    set(element, writeGroups(create, element, ['role:CLERK']));
    const before = element.get('extensionElements') as ModdleElement;
    writeGroups(create, element, ['post:head']);
    expect(readGroups(set(task(), before))).toEqual(['role:CLERK']);
  });

  it('knows results and conditions', () => {
    const end = create('bpmn:EndEvent', { id: 'End' });
    expect(readResult(set(end, writeResult(create, end, 'granted')))).toBe('granted');
    const flow = create('bpmn:SequenceFlow', { id: 'Flow', conditionExpression: writeCondition(create, 'a = 1') });
    expect(readCondition(flow)).toBe('a = 1');
    expect(writeCondition(create, '  ')).toBeUndefined();
  });
});

describe('starterDiagram', () => {
  it('runs as it stands, whatever its title holds', async () => {
    const { model, problems } = await compile(starterDiagram('a < "b" & c', 'new-workflow'));
    expect(problems).toEqual([]);
    expect(model?.name).toBe('a < "b" & c');
    expect(Object.values(model!.elements).map(({ type }) => type)).toEqual(['start', 'user-task', 'exclusive-gateway', 'end', 'end']);
  });
});
