import type { Material } from '@banshi/bundle';
import type { ReplyBlock } from '../dialog.types.js';
import { shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Session } from '../session.js';

type Items = Extract<ReplyBlock, { type: 'materials' }>['items'];

/** The materials of a service in the situation that the form describes. */
export function sayMaterials(session: Session, open: OpenForm): void {
  const items = materialsFor(session.world.service(open.draft.service)?.guide.materials ?? [], open);
  if (items.length > 0) session.block({ type: 'materials', service: open.draft.service, items });
}

/** What is needed now: a conditional material once its condition is met, or while nobody knows; not when it is ruled out. */
export function materialsFor(materials: readonly Material[], open: OpenForm | null): Items {
  return materials.flatMap((material) => {
    const applies = material.necessity === 'conditional' && open ? isMet(material.condition ?? '', open) : null;
    if (applies === false) return [];
    const note = [material.condition, material.sample].filter(Boolean).join('；');
    return [{ name: material.name, note, necessity: applies === true ? ('required' as const) : material.necessity, state: open ? stateOf(material.name, open) : ('unknown' as const) }];
  });
}

/** As many characters in common say that a condition speaks of a choice. */
const ENOUGH = 3;

/** Whether the answer to a question with choices meets the condition; null where no question decides it, or it is still open. */
function isMet(condition: string, open: OpenForm): boolean | null {
  for (const field of shownFields(open)) {
    const value = open.draft.entries[field.name]?.value ?? null;
    if (field.type === 'choice') {
      const shared = field.options.map((option) => ({ option, length: commonLength(option.title, condition) }));
      const most = Math.max(0, ...shared.map(({ length }) => length));
      const meant = shared.filter(({ length }) => length === most);
      if (most >= ENOUGH && meant.length === 1) return value === null ? null : meant[0]!.option.value === value;
    }
    if (field.type === 'boolean' && commonLength(coreTitle(field), condition) >= ENOUGH) return typeof value === 'boolean' ? value : null;
  }
  return null;
}

const coreTitle = ({ title }: FieldFacts): string => title.replace(/^(?:是否|有无)/u, '');

/** Whether the form holds the material: an attachment named like it. */
function stateOf(name: string, open: OpenForm): 'there' | 'missing' | 'unknown' {
  const fields = shownFields(open).filter((field) => field.type === 'attachment' && commonLength(field.title, name) >= Math.min(ENOUGH, name.length));
  if (fields.length === 0) return 'unknown';
  return fields.some((field) => Array.isArray(open.draft.entries[field.name]?.value) && (open.draft.entries[field.name]!.value as unknown[]).length > 0) ? 'there' : 'missing';
}

/** The length of the longest text that stands in both. */
export function commonLength(a: string, b: string): number {
  let best = 0;
  let before = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j += 1) {
      if (a[i - 1] !== b[j - 1]) continue;
      row[j] = before[j - 1]! + 1;
      best = Math.max(best, row[j]!);
    }
    before = row;
  }
  return best;
}
