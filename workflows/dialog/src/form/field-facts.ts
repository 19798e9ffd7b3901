import type { SlotBody } from '@banshi/bundle';
import { accessOf, fieldTypeOf, optionsOf, placeOf, properties, type FieldOption, type FieldTypeName, type FormBody, type JsonSchema } from '@banshi/forms';
import { leanOf, type Lean, type ValueKind } from '@banshi/values';
import type { DialogWorld } from '../dialog.types.js';
import { acceptedKinds } from './accepted-kinds.js';
import { fieldNamesOf, fieldStemsOf } from './field-names.js';

/** What a dialogue knows of one field. */
export interface FieldFacts {
  name: string;
  title: string;
  type: FieldTypeName;
  schema: JsonSchema;
  slot: { key: string; body: SlotBody } | null;
  sensitive: boolean;
  options: FieldOption[];
  hint: string | null;
  /** What stands above its section, for those who ask why it is needed. */
  section: string;
  /** How people call it; the second list is only a hint, such as 户籍 for 户籍所在地. */
  names: string[];
  stems: string[];
  /** Kinds of values that fill it, wherever they are said. */
  accepts: ValueKind[];
  lean: Lean | undefined;
  /** Columns of a table, and which of them a row must have. */
  columns: FieldFacts[];
  requiredColumns: string[];
}

/** A service's form as a dialogue sees it: only what the applicant may edit. */
export interface FormFacts {
  service: string;
  form: string;
  title: string;
  body: FormBody;
  fields: ReadonlyMap<string, FieldFacts>;
}

type ServiceForm = NonNullable<ReturnType<DialogWorld['form']>>;

/** Facts are derived from immutable forms; the cache lives as long as the form does. */
const cache = new WeakMap<FormBody, Map<string, FormFacts>>();

export function formFacts(world: DialogWorld, service: string): { facts: FormFacts; form: ServiceForm } | null {
  const form = world.form(service);
  if (!form) return null;
  const known = cache.get(form.body) ?? new Map<string, FormFacts>();
  cache.set(form.body, known);
  const id = `${world.bundle} ${service}`;
  const facts = known.get(id) ?? build(world, service, form);
  known.set(id, facts);
  return { facts, form };
}

function build(world: DialogWorld, service: string, form: ServiceForm): FormFacts {
  const editable = [...properties(form.body)].filter(([name]) => accessOf(form.access, name) === 'edit');
  const fields = new Map(editable.map(([name, schema]) => [name, fieldFacts(world, form.body, name, schema)]));
  return { service, form: form.key, title: form.body.title, body: form.body, fields };
}

function fieldFacts(world: DialogWorld, body: FormBody, name: string, schema: JsonSchema): FieldFacts {
  const place = placeOf(body, name);
  const facts = columnFacts(world, name, schema);
  const hint = text(schema['x-hint']) || place?.layout.help || place?.layout.placeholder || text(schema['description']);
  return { ...facts, hint: hint || null, section: place?.section.description ?? '' };
}

function columnFacts(world: DialogWorld, name: string, schema: JsonSchema): FieldFacts {
  const title = text(schema['title']) || name;
  const type = fieldTypeOf(schema)?.type ?? 'text';
  const key = text(schema['x-slot']) || text((schema['items'] as JsonSchema | undefined)?.['x-slot']);
  const slot = key ? world.slot(key) : null;
  const items = type === 'table' ? (schema['items'] as JsonSchema) : null;
  const columns = Object.entries((items?.['properties'] ?? {}) as Record<string, JsonSchema>).map(([column, one]) => columnFacts(world, column, one));
  const required = items && Array.isArray(items['required']) ? items['required'].map(String) : [];
  const bound = slot ? { key, body: slot } : null;
  return {
    name,
    title,
    type,
    schema,
    slot: bound,
    sensitive: schema['x-sensitive'] === true,
    options: choices(world, schema),
    hint: text(schema['x-hint']) || null,
    section: '',
    names: fieldNamesOf(title, type),
    stems: fieldStemsOf(title, type),
    accepts: acceptedKinds(type, title, bound?.body.type ?? null),
    lean: leanOf(name, title),
    columns,
    requiredColumns: required,
  };
}

function choices(world: DialogWorld, schema: JsonSchema): FieldOption[] {
  const choice = (schema['type'] === 'array' ? schema['items'] : schema) as JsonSchema | undefined;
  const dictionary = text(choice?.['x-dictionary']);
  if (!dictionary) return choice ? optionsOf(schema) : [];
  return world.dictionary(dictionary).filter((entry) => !entry.disabled).map((entry) => ({ value: entry.code, title: entry.title }));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
