import { updateField, type FieldPatch } from '@banshi/forms';
import { useDesigner } from '../design/designer.js';

/** Changes one property of a field. Typing in one property is one step of undo. */
export function usePatch(field: string): (patch: FieldPatch) => void {
  const { run } = useDesigner();
  return (patch) => void run((form) => updateField(form, field, patch), `${field}/${Object.keys(patch).join()}`);
}
