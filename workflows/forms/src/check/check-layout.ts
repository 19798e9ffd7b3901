import type { FormBody } from '../form-body.js';
import { fieldNames, fieldTitle } from '../form-fields.js';
import { child } from '../schema/pointer.js';
import { formProblem } from './form-problem.js';
import type { FormProblem } from './form-problem.js';
import { isFieldName, isSectionKey } from './names.js';

/** The problems between the layout and the schema: every field has a usable name and exactly one place. */
export function checkLayout(form: FormBody): FormProblem[] {
  const names = fieldNames(form);
  const found: FormProblem[] = [];
  const placed = new Set<string>();
  const sections = new Set<string>();
  if (form.layout.sections.length === 0) found.push(formProblem('last-section', '/layout/sections'));
  for (const [s, section] of form.layout.sections.entries()) {
    const at = child('/layout/sections', s);
    if (!isSectionKey(section.key)) found.push(formProblem('bad-section-key', at, { section: section.key }));
    if (sections.has(section.key)) found.push(formProblem('section-exists', at, { section: section.key }));
    sections.add(section.key);
    for (const [f, { field }] of section.fields.entries()) {
      const where = { field, section: section.key };
      const path = child(`${at}/fields`, f);
      if (!names.includes(field)) found.push(formProblem('layout-unknown-field', path, where));
      else if (placed.has(field)) found.push(formProblem('layout-twice', path, where, { title: fieldTitle(form, field) }));
      placed.add(field);
    }
  }
  for (const field of names) {
    const path = child('/schema/properties', field);
    if (!isFieldName(field)) found.push(formProblem('bad-field-name', path, { field }));
    if (!placed.has(field)) found.push(formProblem('not-in-layout', path, { field }, { title: fieldTitle(form, field) }));
  }
  return found;
}
