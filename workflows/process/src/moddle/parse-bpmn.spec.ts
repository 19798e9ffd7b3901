import { describe, expect, it } from 'vitest';
import { wrap } from '../fixtures/draw.js';
import { readFixture } from '../fixtures/read-fixture.js';
import { extensionsOf, nodesOf, type ModdleNode } from './moddle-node.js';
import { parseBpmn, serialiseBpmn } from './parse-bpmn.js';

const codes = async (xml: string) => (await parseBpmn(xml)).problems.map((problem) => problem.code);

async function parseGood(xml: string): Promise<ModdleNode> {
  const { definitions, problems } = await parseBpmn(xml);
  expect(problems).toEqual([]);
  if (!definitions) throw new Error('not parsed');
  return definitions;
}

describe('parseBpmn', () => {
  it('keeps Camunda’s, our and unknown extensions through a round trip', async () => {
    const xml = readFixture('review').replace('<bpmn:userTask id="leader"', '<bpmn:userTask xmlns:acme="http://acme.example" acme:colour="red" id="leader"');
    const once = await serialiseBpmn(await parseGood(xml));
    const again = await parseGood(once);
    const elements = nodesOf(nodesOf(again, 'rootElements')[0] as ModdleNode, 'flowElements');
    const acceptance = elements.find((node) => node.id === 'acceptance') as ModdleNode;
    expect(extensionsOf(acceptance).map((node) => node.$type)).toEqual(['zeebe:UserTask', 'zeebe:AssignmentDefinition', 'banshi:Outcomes']);
    expect(nodesOf(extensionsOf(acceptance)[2] as ModdleNode, 'values').map((node) => node.get('requireComment'))).toEqual([undefined, true, true]);
    expect(once).toContain('acme:colour="red"');
    expect(await serialiseBpmn(again)).toBe(once);
  });

  it('refuses document type declarations wherever an XML parser would see one', async () => {
    const entity = '<!DOCTYPE definitions [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const doctype = wrap('<process id="p" name="&x;" />').replace('<definitions', `${entity}\n<definitions`);
    expect((await parseBpmn(doctype)).problems).toMatchObject([{ code: 'doctype-refused', severity: 'error', params: { line: 2 } }]);
    expect(await codes(doctype.replace('DOCTYPE', 'doctype'))).toEqual(['doctype-refused']);
    expect(await codes(`<!-- ${entity} -->${wrap('<process id="p"><documentation><![CDATA[<!DOCTYPE x>]]></documentation></process>').replace(/^<\?xml.*\n/, '')}`)).toEqual([]);
  });

  it('says where XML is malformed', async () => {
    expect((await parseBpmn(wrap('<process id="p">\n<task id="a">\n</process>'))).problems).toMatchObject([{ code: 'bad-xml', params: { line: 5 } }]);
    expect(await codes('<definitions')).toEqual(['bad-xml']);
    expect(await codes(wrap('<process id="a<b" />'))).toEqual(['bad-xml']);
    expect(await codes('')).toEqual(['bad-xml']);
    expect(await codes('hello')).toEqual(['bad-xml']);
    expect(await codes('<html xmlns="http://www.w3.org/1999/xhtml"></html>')).toEqual(['not-bpmn']);
  });

  it('names duplicate and illegal ids, and content that would be lost', async () => {
    expect((await parseBpmn(wrap('<process id="p"><task id="a" /><task id="a" /></process>'))).problems).toMatchObject([{ code: 'duplicate-id', element: 'a' }]);
    expect((await parseBpmn(wrap('<process id="流程" />'))).problems).toMatchObject([{ code: 'illegal-id', params: { id: '流程' } }]);
    expect((await parseBpmn(wrap('<process id="p"><tusk /></process>'))).problems).toMatchObject([{ code: 'content-dropped', severity: 'warning' }]);
  });

  it.each([
    ['bytes', () => wrap(`<process id="p" name="${'长'.repeat(800_000)}" />`)],
    ['lines', () => wrap('\n'.repeat(100_001))],
    ['elements', () => wrap('<x/>'.repeat(20_001))],
    ['levels', () => wrap('<process id="p">'.repeat(201))],
    ['references', () => wrap(`<process id="p"><laneSet><lane flowNodeRef="${'a '.repeat(1_001)}" /></laneSet></process>`)],
    ['namespaces', () => wrap(`<process id="p"><extensionElements>${'<a:b xmlns:a="c"/>'.repeat(1_000)}</extensionElements></process>`)],
    ['attributes', () => wrap(`<process id="p" ${Array.from({ length: 201 }, (_, index) => `a${index}="1"`).join(' ')} />`)],
  ])('refuses too many %s', async (unit, make) => {
    expect((await parseBpmn(make())).problems).toMatchObject([{ code: 'too-large', params: { unit } }]);
  });

  it('gives up on a file full of faults without spending seconds on it', async () => {
    const started = Date.now();
    expect(await codes(wrap('<tusk/>\n'.repeat(19_000)))).toEqual(['too-many-faults']);
    expect(Date.now() - started).toBeLessThan(3_000);
  });

  it('leaves Object.prototype alone', async () => {
    await parseBpmn(wrap('<process id="__proto__" __proto__="x" constructor="y"><task id="constructor" __proto__="polluted" /></process>'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
