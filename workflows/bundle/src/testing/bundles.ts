import { contentHash } from '../hash.js';
import type { Bodies, KindName } from '../kinds/bodies.js';
import type { LoadedEntry } from '../view.js';
import { newDialogTest, newDictionary, newFaq, newForm, newIntent, newModel, newPolicy, newProfile, newService, newSlot, newWorkflow } from './factories.js';
import { reviewBpmn } from './draw-bpmn.js';

/** Bodies by kind and key, the shape in which tests write a bundle. */
export type Contents = { [K in KindName]?: Record<string, Bodies[K]> };

/** A service that is right from its guide to its model, with everything that it refers to. */
export function goodContents(): Required<Contents> {
  return {
    service: { subsidy: newService() },
    form: {
      'subsidy-form': newForm({
        fields: {
          name: { type: 'string', title: '姓名', maxLength: 50, 'x-slot': 'person-name' },
          amount: { type: 'integer', title: '申请金额', 'x-type': 'money', minimum: 0 },
          education: { type: 'string', title: '学历', 'x-dictionary': 'education' },
        },
        required: ['name'],
      }),
    },
    workflow: { 'subsidy-flow': newWorkflow(reviewBpmn()) },
    intent: {
      'apply-subsidy': newIntent(),
      greeting: newIntent({ title: '问候', role: 'common', service: null }),
    },
    slot: { 'person-name': newSlot() },
    dictionary: { education: newDictionary() },
    policy: { convenience: newPolicy() },
    profile: { resident: newProfile() },
    faq: { 'pay-day': newFaq() },
    'dialog-test': { talks: newDialogTest() },
    model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting'] }) },
  };
}

/** The same with some items replaced or added; `null` takes one out. */
export function changed(over: { [K in KindName]?: Record<string, Bodies[K] | null> }): Contents {
  const contents: Record<string, Record<string, unknown>> = goodContents();
  for (const [kind, items] of Object.entries(over)) {
    for (const [key, body] of Object.entries(items)) {
      if (body === null) delete contents[kind]![key];
      else contents[kind]![key] = body;
    }
  }
  return contents as Contents;
}

export function toEntries(contents: Contents): LoadedEntry[] {
  return Object.entries(contents).flatMap(([kind, items]) =>
    Object.entries(items).map(([key, body]) => ({ kind, key, sha256: contentHash(body), body }) as LoadedEntry),
  );
}
