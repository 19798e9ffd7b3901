import type { DictionaryBody, FormBody, IntentBody, ServiceBody, WorkflowBody } from '@banshi/bundle';
import { checkForm, dictionaryReferences, fieldNames, slotReferences } from '@banshi/forms';
import { compile, referencesOf, variablesRead, variablesSetBefore, type ProcessModel } from '@banshi/process';
import { describe, expect, it } from 'vitest';
import { readSampleHall } from './sample-hall.js';

const { items, organisation } = readSampleHall();
const bodies = <T>(kind: string) => new Map(items.filter((item) => item.kind === kind).map((item) => [item.key, item.body as T]));
const services = bodies<ServiceBody>('service');
const forms = bodies<FormBody>('form');
const workflows = bodies<WorkflowBody>('workflow');
const dictionaries = bodies<DictionaryBody>('dictionary');
const intents = bodies<IntentBody>('intent');
const slots = bodies('slot');
const units = organisation.units.map((unit) => unit.key);
const posts = organisation.posts.map((post) => post.key);

async function modelOf(key: string): Promise<ProcessModel> {
  const { model, problems } = await compile(workflows.get(key)!.bpmn);
  expect(problems).toEqual([]);
  return model!;
}

describe('the sample organisation', () => {
  it('has a person for every role, two release managers and clerks in every department', () => {
    const having = (role: string, department?: string) => organisation.users.filter((user) => user.roles.includes(role) && (department === undefined || user.department === department));
    for (const role of ['administrator', 'annotator', 'clerk', 'auditor']) expect(having(role).length).toBeGreaterThan(0);
    expect(having('release-manager').length).toBe(2);
    for (const department of ['hrss', 'police', 'civil-affairs', 'healthcare-security', 'academic-affairs']) expect(having('clerk', department).length).toBeGreaterThanOrEqual(2);
  });

  it('names only units and posts that it has, and gives every post a holder in its department', () => {
    for (const unit of organisation.units) expect([null, ...units]).toContain(unit.parent);
    for (const post of organisation.posts) expect(organisation.users.some((user) => user.department === post.department && user.posts.includes(post.key))).toBe(true);
    for (const user of organisation.users) {
      expect([null, ...units]).toContain(user.department);
      expect(posts).toEqual(expect.arrayContaining(user.posts));
    }
  });
});

describe('the sample services', () => {
  it.each([...services])('%s has a complete guide, a form, a workflow and two intents', (key, { guide, department, form, workflow }) => {
    expect(units).toContain(department);
    expect(forms.has(form!) && workflows.has(workflow!)).toBe(true);
    expect(guide.materials.length).toBeGreaterThanOrEqual(5);
    expect(guide.faq.length).toBeGreaterThanOrEqual(4);
    for (const material of guide.materials) expect(material.necessity === 'conditional').toBe(material.condition !== undefined);
    for (const text of [guide.conditions, guide.location, guide.hours, guide.consultPhone, guide.complaintPhone]) expect(text).not.toBe('');
    for (const list of [guide.steps, guide.legalBasis, guide.results]) expect(list.length).toBeGreaterThan(0);
    expect(guide.promisedLimit).not.toBeNull();
    expect([...intents.values()].filter((intent) => intent.service === key).length).toBe(2);
  });

  it('has eighteen intents in a tree and eight slots', () => {
    expect([intents.size, slots.size]).toEqual([18, 8]);
    for (const intent of intents.values()) expect(intent.parent === null || intents.get(intent.parent)?.service === intent.service).toBe(true);
  });
});

describe('the sample forms', () => {
  it.each([...forms])('%s has no problem and refers to what there is', (_, form) => {
    expect(checkForm(form)).toEqual([]);
    expect(fieldNames(form).length).toBeGreaterThanOrEqual(8);
    expect(slotReferences(form).length).toBeGreaterThanOrEqual(4);
    for (const { key } of slotReferences(form)) expect([...slots.keys()]).toContain(key);
    for (const { key } of dictionaryReferences(form)) expect([...dictionaries.keys()]).toContain(key);
  });
});

describe('the sample workflows', () => {
  it.each([...services])('%s compiles without problems and refers to what there is', async (_, service) => {
    const model = await modelOf(service.workflow!);
    const fields = fieldNames(forms.get(service.form!)!);
    for (const { kind, key } of referencesOf(model)) expect(kind === 'post' ? posts : units).toContain(key);
    for (const element of Object.values(model.elements)) {
      if (element.type === 'start' || element.type === 'user-task') expect(fields).toEqual(expect.arrayContaining(Object.keys(element.fields.access)));
      if (element.type === 'end') expect(element.result).not.toBeNull();
      if (element.type === 'user-task' || element.type === 'end') expect(element.name).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each([...services])('%s reads only variables that are certainly set', async (_, service) => {
    const model = await modelOf(service.workflow!);
    const fieldsOf = () => fieldNames(forms.get(service.form!)!);
    for (const { gateway, variable } of variablesRead(model)) expect(variablesSetBefore(model, gateway, fieldsOf).certain).toContain(variable[0]);
  });
});
