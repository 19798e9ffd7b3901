import type { SummaryRow } from '../dialog.types.js';
import { display } from '../form/display.js';
import { entryErrors, shownFields, type OpenForm } from '../form/draft-data.js';

/** What is filled in, in the order of the form. */
export function summaryRows(open: OpenForm): SummaryRow[] {
  const errors = entryErrors(open);
  return shownFields(open).flatMap((field) => {
    const entry = open.draft.entries[field.name];
    if (!entry) return [];
    const shown = display(field, entry.value ?? entry.text, open.language);
    return [{ field: field.name, title: field.title, display: shown, source: entry.source, error: errors.find((one) => one.field === field.name)?.message ?? null }];
  });
}
