import type { FormBody, FormSection } from '../form-body.js';
import { formProblem } from '../check/form-problem.js';
import { freeName, isSectionKey } from '../check/names.js';
import { done, refused } from './edit-result.js';
import type { EditResult } from './edit-result.js';
import { move, withSections } from './layout-edits.js';

const keysOf = (form: FormBody): string[] => form.layout.sections.map((section) => section.key);

function unknown(form: FormBody, key: string): EditResult {
  return refused(form, formProblem('unknown-section', '/layout/sections', { section: key }));
}

/** Adds an empty section before `index`; beyond the end it comes last. */
export function addSection(form: FormBody, index: number, title: string, key?: string): EditResult {
  const section = key ?? freeName('section', keysOf(form));
  if (!isSectionKey(section)) return refused(form, formProblem('bad-section-key', '/layout/sections', { section }));
  if (keysOf(form).includes(section)) return refused(form, formProblem('section-exists', '/layout/sections', { section }));
  return done(withSections(form, (sections) => sections.toSpliced(Math.max(0, index), 0, { key: section, title, fields: [] })), { section });
}

/** Moves a section; `index` counts the sections without the moved one. */
export function moveSection(form: FormBody, key: string, index: number): EditResult {
  const from = keysOf(form).indexOf(key);
  return from < 0 ? unknown(form, key) : done(withSections(form, (sections) => move(sections, from, index)), { section: key });
}

/** Removes an empty section. Refused while it has fields, and for the last one. */
export function removeSection(form: FormBody, key: string): EditResult {
  const section = form.layout.sections.find((one) => one.key === key);
  if (!section) return unknown(form, key);
  if (form.layout.sections.length === 1) return refused(form, formProblem('last-section', '/layout/sections', { section: key }));
  if (section.fields.length > 0) return refused(form, formProblem('section-not-empty', '/layout/sections', { section: key }, { count: section.fields.length }));
  return done(withSections(form, (sections) => sections.filter((one) => one.key !== key)));
}

/** Changes a section's title or description; an empty description is removed. The key never changes. */
export function updateSection(form: FormBody, key: string, patch: { title?: string; description?: string | null }): EditResult {
  if (!keysOf(form).includes(key)) return unknown(form, key);
  const change = ({ description, ...section }: FormSection): FormSection => {
    const text = patch.description === undefined ? description : patch.description;
    return { ...section, title: patch.title ?? section.title, ...(text && { description: text }) };
  };
  return done(withSections(form, (sections) => sections.map((one) => (one.key === key ? change(one) : one))), { section: key });
}
