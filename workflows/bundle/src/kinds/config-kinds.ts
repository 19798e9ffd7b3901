import { fieldProblems, type FieldProblem } from '../field-problem.js';
import { kindNames, type BodyOf, type KindName } from './bodies.js';
import { dialogTestKind } from './dialog-test.kind.js';
import { dictionaryKind } from './dictionary.kind.js';
import { faqKind } from './faq.kind.js';
import { formKind } from './form.kind.js';
import { intentKind } from './intent.kind.js';
import type { ConfigKind, Reference } from './kind.js';
import { modelKind } from './model.kind.js';
import { policyKind } from './policy.kind.js';
import { profileKind } from './profile.kind.js';
import { serviceKind } from './service.kind.js';
import { slotKind } from './slot.kind.js';
import { workflowKind } from './workflow.kind.js';

/** Every kind, by name. */
export const configKinds: { [K in KindName]: ConfigKind<K> } = {
  service: serviceKind,
  form: formKind,
  workflow: workflowKind,
  intent: intentKind,
  slot: slotKind,
  dictionary: dictionaryKind,
  policy: policyKind,
  profile: profileKind,
  faq: faqKind,
  'dialog-test': dialogTestKind,
  model: modelKind,
};

export function isKindName(name: string): name is KindName {
  return (kindNames as readonly string[]).includes(name);
}

/** What keeps a value from being a body of the kind; an empty list means that it is one. */
export function validateBody(kind: KindName, body: unknown): FieldProblem[] {
  return fieldProblems(configKinds[kind].schema, body);
}

/** The references of a body whose kind is known only at run time. */
export function refsOf<K extends KindName>(kind: K, body: BodyOf<K>): Reference[] {
  return (configKinds[kind] as ConfigKind<K>).refs(body);
}
