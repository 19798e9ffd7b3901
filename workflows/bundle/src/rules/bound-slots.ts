import type { JsonSchema } from '../kinds/bodies.js';
import { schemaRefs } from '../kinds/schema-refs.js';
import { pointerTokens, valueAt } from '../json-pointer.js';
import type { BundleView } from '../view.js';

/** A field of a form that a slot fills. */
export interface BoundSlot {
  form: string;
  /** JSON Pointer of the binding itself. */
  path: string;
  slot: string;
  field: string;
  /** The field's title, or its name. */
  title: string;
  schema: JsonSchema;
}

/** Every binding of a form field to a slot. */
export function boundSlots(view: BundleView): BoundSlot[] {
  return view.keys('form').flatMap((form) => {
    const body = view.get('form', form);
    if (!body) return [];
    return schemaRefs(body.schema, '/schema')
      .filter((ref) => ref.kind === 'slot')
      .map(({ path, key }) => {
        const schema = valueAt(body, path.slice(0, path.lastIndexOf('/'))) as JsonSchema;
        const field = pointerTokens(path).at(-2)!;
        const title = schema['title'];
        return { form, path, slot: key, field, title: typeof title === 'string' && title !== '' ? title : field, schema };
      });
  });
}
