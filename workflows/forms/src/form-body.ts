/**
 * A JSON Schema 2020-12 object. Banshi's own annotations are `x-type`, `x-slot`, `x-dictionary`,
 * `x-sensitive`, `x-hint`, `x-multiline`, `x-mediaTypes` and `x-maxBytes`.
 */
export type JsonSchema = { [keyword: string]: unknown };

/** Layout only: what the data may be is said by the schema. */
export interface FormLayout {
  sections: FormSection[];
}

export interface FormSection {
  key: string;
  title: string;
  description?: string;
  fields: FormFieldLayout[];
}

export interface FormFieldLayout {
  /** Name of a property of the schema. */
  field: string;
  /** Width in a two-column page. */
  width?: 'half' | 'full';
  placeholder?: string;
  help?: string;
  widget?: 'textarea' | 'radio' | 'select' | 'checkboxes';
}

export interface FormBody {
  title: string;
  description: string;
  schema: JsonSchema;
  layout: FormLayout;
}
