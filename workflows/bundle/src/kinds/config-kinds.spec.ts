import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fieldProblemText } from '../field-problem.js';
import { goodContents, toEntries } from '../testing/bundles.js';
import { newDictionary, newMaterial, newService, newSlot, newWorkflow } from '../testing/factories.js';
import { reviewBpmn } from '../testing/draw-bpmn.js';
import { kindNames, type JsonSchema } from './bodies.js';
import { configKinds, refsOf, validateBody } from './config-kinds.js';

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

/** Every place of a body schema, the maps of a form's keywords aside. */
function* places(schema: JsonSchema, path = ''): Generator<[string, JsonSchema]> {
  yield [path, schema];
  for (const [name, child] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) yield* places(child, `${path}/${name}`);
  if (typeof schema['items'] === 'object') yield* places(schema['items'] as JsonSchema, `${path}/*`);
}

describe.each(kindNames)('%s', (kind) => {
  const { schema, title } = configKinds[kind];

  it('has a schema that is valid JSON Schema 2020-12 and named in both languages throughout', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(title.zh && title.en).toBeTruthy();
    for (const [path, place] of places(schema)) {
      expect([path, place['title']]).toEqual([path, expect.stringMatching(/[\p{Script=Han}F]/u)]);
      expect([path, place['x-title-en']]).toEqual([path, expect.stringMatching(/^[ -~]+$/)]);
    }
  });

  it('knows nothing beside what its schema lists, except inside a form’s own schema', () => {
    for (const [path, place] of places(schema)) {
      if (place['type'] === 'object' && !path.startsWith('/schema')) expect([path, place['additionalProperties']]).toEqual([path, false]);
    }
  });

  it('agrees with another validator on every single-value change of a good body', () => {
    const validate = ajv.compile(schema);
    const body = toEntries(goodContents()).find((entry) => entry.kind === kind)!.body;
    expect(validateBody(kind, body)).toEqual([]);
    const wrong: unknown[] = [null, '', 0, -1, 1.5, true, [], {}, [1, 1], 'x'.repeat(20_001), 'Not A Key'];
    for (const mutate of mutations(body)) {
      for (const value of wrong) {
        const mutant = mutate(value);
        expect([JSON.stringify(mutant).slice(0, 300), validateBody(kind, mutant).length === 0]).toEqual([JSON.stringify(mutant).slice(0, 300), validate(mutant)]);
      }
    }
  });
});

/** For each place of a body, what makes a copy that has another value there; one level of lists is enough. */
function mutations(body: object): ((value: unknown) => unknown)[] {
  return Object.entries(body).flatMap(([name, old]) => {
    const here = (value: unknown) => ({ ...body, [name]: value });
    // Inside a form's schema anything goes, and the forms library judges it.
    const inner = typeof old === 'object' && old !== null && name !== 'schema' ? mutations(old as object) : [];
    const wrap = (value: unknown) => (Array.isArray(body) ? Object.assign([...(body as unknown[])], { [name]: value }) : here(value));
    return [wrap, ...inner.map((mutate) => (value: unknown) => wrap(mutate(value)))];
  });
}

describe('validateBody', () => {
  it('names the field in both languages', () => {
    const body = { ...newService({ guide: { materials: [newMaterial({ copies: 100 }), newMaterial()] } }), type: 'party', extra: 1 };
    const { code: _code, ...missing } = body;
    const problems = validateBody('service', missing);
    expect(problems.map(({ path, code }) => `${code} ${path}`).sort()).toEqual(['additionalProperties /extra', 'enum /type', 'maximum /guide/materials/0/copies', 'required /code']);
    expect(problems.map((problem) => fieldProblemText(problem, 'zh'))).toEqual(expect.arrayContaining(['缺少「事项编码」。', '「份数」不能大于 99。', '没有名为“extra”的属性。']));
    expect(problems.map((problem) => fieldProblemText(problem, 'en'))).toEqual(expect.arrayContaining(['“Service code” is missing.', '“Copies” may not be more than 99.', 'There is no property named “extra”.']));
  });

  it.each([undefined, null, 1, 'text', [], Number.NaN])('refuses %s', (body) => {
    expect(validateBody('slot', body).length).toBeGreaterThan(0);
  });

  it('refuses half a character, a 10 MB text and a prototype key, quickly', () => {
    const start = Date.now();
    expect(validateBody('slot', newSlot({ title: 'a\ud842' }))).toMatchObject([{ path: '/title', code: 'not-json', params: { reason: 'lone-surrogate' } }]);
    expect(validateBody('slot', newSlot({ description: '长'.repeat(5_000_000) })).map(({ path }) => path)).toEqual(['/description']);
    expect(validateBody('slot', JSON.parse('{"__proto__": {}}')).length).toBeGreaterThan(0);
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('answers a broken list of 100,000 entries with a hundred problems', () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => ({ code: '', title: String(i) }));
    expect(validateBody('dictionary', newDictionary({ entries }))).toHaveLength(100);
  });
});

describe('refsOf', () => {
  it('finds what a service, an intent, a slot and a model name', () => {
    const contents = goodContents();
    expect(refsOf('service', contents.service['subsidy']!)).toEqual([
      { path: '/form', kind: 'form', key: 'subsidy-form', role: 'form' },
      { path: '/workflow', kind: 'workflow', key: 'subsidy-flow', role: 'workflow' },
    ]);
    expect(refsOf('intent', { ...contents.intent['apply-subsidy']!, parent: 'top' })).toMatchObject([{ path: '/service', key: 'subsidy' }, { path: '/parent', key: 'top', role: 'parent' }]);
    expect(refsOf('model', contents.model['understanding']!).map(({ path, key }) => `${path} ${key}`)).toEqual(['/intents/0 apply-subsidy', '/intents/1 greeting', '/slots/0 person-name']);
  });

  it('finds bindings at any depth of a form, and no field that merely has such a name', () => {
    const form = goodContents().form['subsidy-form']!;
    const schema = {
      type: 'object',
      properties: {
        'x-slot': { type: 'string', default: { 'x-slot': 'no' } },
        rows: { type: 'array', items: { type: 'object', properties: { 'a/b': { 'x-dictionary': 'education' } } } },
      },
      allOf: [{ if: {}, then: { properties: { more: { 'x-slot': 'person-name' }, hidden: false } } }],
    };
    expect(refsOf('form', { ...form, schema }).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'dictionary /schema/properties/rows/items/properties/a~1b/x-dictionary',
      'slot /schema/allOf/0/then/properties/more/x-slot',
    ]);
  });

  it('finds the forms of a workflow, whatever prefix it uses, and not those in comments', () => {
    const bpmn = reviewBpmn({ review: { form: 'visit-form' } }).replaceAll('zeebe:', 'z:').replace('<z:userTask', '<!-- <z:formDefinition formId="ghost" /> --><z:userTask');
    expect(refsOf('workflow', newWorkflow(bpmn))).toEqual([{ path: '/bpmn', kind: 'form', key: 'visit-form', role: 'form', element: 'Review' }]);
    expect(refsOf('workflow', newWorkflow('<broken'))).toEqual([]);
  });
});
