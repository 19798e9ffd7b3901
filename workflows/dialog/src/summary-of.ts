import type { DialogWorld, SummaryRow } from './dialog.types.js';
import { formFacts } from './form/field-facts.js';
import { summaryRows } from './replying/summary-rows.js';
import type { DialogState } from './state/dialog-state.js';

/** What is filled in of the form under way, as a person reads it; sensitive values masked. */
export function summaryOf(state: DialogState, world: DialogWorld, language: 'zh' | 'en'): SummaryRow[] {
  const draft = state.active === null ? undefined : state.drafts[state.active];
  const found = draft && formFacts(world, draft.service);
  return draft && found ? summaryRows({ ...found, draft, language }) : [];
}
