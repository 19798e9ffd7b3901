import type { FormBody, JsonSchema } from '../form-body.js';
import { fieldSchema, fieldTitle } from '../form-fields.js';
import { isObject, ownObject } from '../schema/json.js';

const COLUMNS = 'columns';

/** A table's columns as a form of their own, so that every edit of fields works on them; null when the field is no table. */
export function columnsForm(form: FormBody, table: string): FormBody | null {
  const items = fieldSchema(form, table)?.['items'];
  if (!isObject(items) || items['type'] !== 'object') return null;
  const title = fieldTitle(form, table);
  const fields = Object.keys(ownObject(items, 'properties')).map((field) => ({ field }));
  return { title, description: '', schema: items, layout: { sections: [{ key: COLUMNS, title, fields }] } };
}

/** Puts edited columns back. A table has no layout of its own, so the order of its properties is the order of its columns. */
export function withColumns(form: FormBody, table: string, columns: FormBody): FormBody {
  const schema = fieldSchema(form, table);
  if (!schema) return form;
  const order = columns.layout.sections.flatMap((section) => section.fields.map((one) => one.field));
  const old = ownObject(columns.schema, 'properties');
  const properties = Object.fromEntries(order.filter((name) => Object.hasOwn(old, name)).map((name) => [name, old[name]]));
  const items: JsonSchema = { ...columns.schema, properties };
  return { ...form, schema: { ...form.schema, properties: { ...ownObject(form.schema, 'properties'), [table]: { ...schema, items } } } };
}
