import { PROBLEM_SEVERITIES } from '@banshi/process';
import { describe, expect, it } from 'vitest';
import { checkBundle } from './check-bundle.js';
import { findingText } from './finding-text.js';
import { contractRules, lintRules } from './rules/rule-catalog.js';
import { broken } from './testing/broken-bundles.js';
import { good } from './testing/good-bundles.js';
import { changed, goodContents, toEntries } from './testing/bundles.js';
import { newService } from './testing/factories.js';
import { validateBody } from './kinds/config-kinds.js';
import { createView } from './view.js';

describe('good bundles', () => {
  it('are at least ten', () => expect(Object.keys(good).length).toBeGreaterThanOrEqual(10));

  it.each(Object.entries(good))('%s: no finding', async (_, contents) => {
    const entries = toEntries(contents);
    expect(entries.flatMap(({ kind, body }) => validateBody(kind, body))).toEqual([]);
    expect(checkBundle(await createView(entries))).toEqual([]);
  });
});

describe('broken bundles', () => {
  it.each(broken.map((one) => [one.name, one] as const))('%s', async (_, { contents, finding }) => {
    const entries = toEntries(contents);
    expect(entries.flatMap(({ kind, body }) => validateBody(kind, body))).toEqual([]);
    const findings = checkBundle(await createView(entries));
    expect(findings.map(({ params: _params, ...place }) => place)).toContainEqual(finding);
    // The break that a case is about brings no crowd of others.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([finding.rule]));
    for (const found of findings) {
      for (const lang of ['zh', 'en'] as const) {
        const { message, mend } = findingText(found, lang);
        expect(message + mend).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
        expect(message.length).toBeGreaterThan(5);
        expect(mend.length).toBeGreaterThan(5);
        // What stands in quotation marks is the administrator's own word.
        if (lang === 'en') expect((message + mend).replaceAll(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('cover every rule and every lint', () => {
    const rules = [...contractRules, ...lintRules].map(({ id }) => id);
    expect(new Set(broken.map(({ finding }) => finding.rule))).toEqual(new Set(rules));
  });
});

describe('findingText', () => {
  it.each(Object.keys(PROBLEM_SEVERITIES))('says what is wrong and how it is mended for the compiler’s %s', (code) => {
    const params = { code, name: '审核', field: 'name', limit: 1, unit: 'bytes', line: 1, type: 'bpmn:ScriptTask' };
    for (const lang of ['zh', 'en'] as const) {
      const { message, mend } = findingText({ rule: 'workflow-invalid', severity: 'error', kind: 'workflow', key: 'flow', path: '/bpmn', params }, lang);
      expect(message).toMatch(/[。.]$/);
      expect(mend).toMatch(/[。.]$/);
    }
  });

  it('names an item by its title and its key', async () => {
    const { contents } = broken.find(({ finding }) => finding.rule === 'model-lacks-intent')!;
    const found = checkBundle(await createView(toEntries(contents))).find(({ rule }) => rule === 'model-lacks-intent')!;
    const { intentTitle, serviceTitle } = found.params;
    expect(findingText(found, 'zh').message).toContain(`意图“${intentTitle}”（${found.key}）`);
    expect(findingText(found, 'en').message).toContain(`The service “${serviceTitle}” (${found.params['service']}) needs the intent “${intentTitle}” (${found.key})`);
    // What no title is known of is named by its key alone.
    const missing = { rule: 'reference-resolves', severity: 'error', kind: 'service', key: 'a', path: '/form', params: { toKind: 'form', toKey: 'b' } } as const;
    expect(findingText(missing, 'en').message).toContain('the form “b”,');
  });

  it('refuses a rule without a text', () => {
    expect(() => findingText({ rule: 'no-rule', severity: 'error', kind: 'form', key: 'a', path: '', params: {} }, 'zh')).toThrow('no-rule');
  });
});

describe('checkBundle', () => {
  it('puts errors first', async () => {
    const contents = changed({ service: { subsidy: newService({ online: true, form: null, guide: { faq: [], hours: '' } }) }, intent: { 'apply-subsidy': null, greeting: null } });
    const severities = checkBundle(await createView(toEntries(contents))).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)));
    expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'info']));
  });

  it('looks only at what a change can have touched', async () => {
    const contents = changed({ service: { subsidy: newService({ guide: { hours: '' } }) }, slot: { 'person-name': { ...goodContents().slot['person-name']!, dictionary: 'education' } } });
    const view = await createView(toEntries(contents));
    expect(checkBundle(view, { changed: [{ kind: 'slot', key: 'person-name' }] }).map(({ rule }) => rule)).toEqual(['slot-dictionary-unused']);
    expect(checkBundle(view, { changed: [] })).toEqual([]);
    expect(checkBundle(view)).toHaveLength(2);
  });
});
