import { sortFindings, type Finding } from './findings.js';
import type { KindName } from './kinds/bodies.js';
import { lintDialogTest } from './kinds/dialog-test.kind.js';
import { lintDictionary } from './kinds/dictionary.lint.js';
import { lintFaq } from './kinds/faq.kind.js';
import { lintIntent } from './kinds/intent.kind.js';
import { lintPolicy } from './kinds/policy.lint.js';
import { lintProfile } from './kinds/profile.kind.js';
import { lintService } from './kinds/service.lint.js';
import { lintSlot } from './kinds/slot.kind.js';
import { affectedRules, contractRules } from './rules/rule-catalog.js';
import type { BundleView } from './view.js';

/**
 * Everything that is wrong with a bundle, gravest first. With `changed`, only what a change of these entries can have
 * brought or taken: the rules of their kinds over the whole bundle, and the lints of the entries themselves.
 */
export function checkBundle(view: BundleView, options: { changed?: readonly { kind: KindName; key: string }[] } = {}): Finding[] {
  const rules = options.changed ? affectedRules(options.changed) : contractRules;
  const entries = options.changed ?? view.entries;
  return sortFindings([...rules.flatMap((rule) => rule.check(view)), ...entries.flatMap(({ kind, key }) => lint(view, kind, key))]);
}

/** Forms, workflows and models have rules instead, which see the compiled model and the rest of the bundle. */
function lint(view: BundleView, kind: KindName, key: string): Finding[] {
  switch (kind) {
    case 'service':
      return lintOf(lintService, key, view.get(kind, key));
    case 'intent':
      return lintOf(lintIntent, key, view.get(kind, key));
    case 'slot':
      return lintOf(lintSlot, key, view.get(kind, key));
    case 'dictionary':
      return lintOf(lintDictionary, key, view.get(kind, key));
    case 'policy':
      return lintOf(lintPolicy, key, view.get(kind, key));
    case 'profile':
      return lintOf(lintProfile, key, view.get(kind, key));
    case 'faq':
      return lintOf(lintFaq, key, view.get(kind, key));
    case 'dialog-test':
      return lintOf(lintDialogTest, key, view.get(kind, key));
    default:
      return [];
  }
}

function lintOf<T>(lint: (key: string, body: T) => Finding[], key: string, body: T | null): Finding[] {
  return body === null ? [] : lint(key, body);
}
