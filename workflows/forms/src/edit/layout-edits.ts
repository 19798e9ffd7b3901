import type { FormBody, FormFieldLayout, FormSection } from '../form-body.js';

/** The form with its sections changed. */
export function withSections(form: FormBody, change: (sections: FormSection[]) => FormSection[]): FormBody {
  return { ...form, layout: { ...form.layout, sections: change(form.layout.sections) } };
}

/** Changes the fields of every section. */
export function mapFields(form: FormBody, change: (fields: FormFieldLayout[], section: FormSection) => FormFieldLayout[]): FormBody {
  return withSections(form, (sections) => sections.map((section) => ({ ...section, fields: change(section.fields, section) })));
}

/** Places a field; an index beyond the end places it last. */
export function insertField(form: FormBody, sectionKey: string, index: number, layout: FormFieldLayout): FormBody {
  return mapFields(form, (fields, section) => (section.key === sectionKey ? fields.toSpliced(Math.max(0, index), 0, layout) : fields));
}

/** Takes a field out of the layout only. */
export function withoutPlace(form: FormBody, field: string): FormBody {
  return mapFields(form, (fields) => fields.filter((one) => one.field !== field));
}

export function move<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(Math.max(0, to), 0, item);
}
