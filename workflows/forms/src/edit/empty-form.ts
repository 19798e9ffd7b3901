import type { FormBody } from '../form-body.js';

/** A new form: no fields yet, and one section to put them in. */
export function emptyForm(title: string, sectionTitle: string): FormBody {
  return {
    title,
    description: '',
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {} },
    layout: { sections: [{ key: 'main', title: sectionTitle, fields: [] }] },
  };
}
