import { takeValue, type Applied } from '../deciding/apply-findings.js';
import { errorOf, put, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Session } from '../session.js';

/** Replaces the rows of a table; the form has the last word. */
export function replaceRows(session: Session, open: OpenForm, table: FieldFacts, rows: unknown[]): boolean {
  const applied: Applied = { taken: [], failed: [], questions: [] };
  const error = errorOf(open, table.name, rows);
  if (error) {
    takeValue(session, open, table, rows, { text: '', why: 'named' }, { source: 'said', asked: table.name, isCorrection: true }, applied);
    return false;
  }
  put(open.draft, table.name, { value: rows, text: null, source: 'said' });
  return true;
}
