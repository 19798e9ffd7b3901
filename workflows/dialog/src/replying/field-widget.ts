import type { FieldWidget } from '../dialog.types.js';
import { requiredNames, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';

export function fieldWidget(open: OpenForm, field: FieldFacts): FieldWidget {
  const entry = open.draft.entries[field.name];
  const widget = bareWidget(open.draft.service, field, requiredNames(open).has(field.name));
  return { ...widget, value: entry ? (entry.value ?? entry.text) : null };
}

function bareWidget(service: string, field: FieldFacts, required: boolean): FieldWidget {
  const { schema } = field;
  const types = schema['x-mediaTypes'];
  const upload = field.type === 'attachment' ? { mediaTypes: Array.isArray(types) ? types.map(String) : [], maxBytes: numberOf(schema['x-maxBytes']), maxItems: numberOf(schema['maxItems']) } : null;
  return {
    service,
    field: field.name,
    title: field.title,
    type: field.type,
    required,
    sensitive: field.sensitive,
    hint: field.hint,
    options: field.options.map(({ value, title }) => ({ value, title })),
    value: null,
    columns: field.columns.map((column) => bareWidget(service, column, field.requiredColumns.includes(column.name))),
    upload,
  };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
