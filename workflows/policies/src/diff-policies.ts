import type { ParsedPolicy } from './policy.types.js';

export interface ClauseChange {
  type: 'added' | 'removed' | 'changed' | 'moved';
  before: { id: string; label: string; text: string } | null;
  after: { id: string; label: string; text: string } | null;
}

interface Part {
  id: string;
  label: string;
  text: string;
  plain: string;
}

/** What differs between two versions, by 条 (or what stands for it). An article whose words stay and whose number changes has moved. */
export function diffPolicies(before: ParsedPolicy, after: ParsedPolicy): ClauseChange[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const oldById = new Map(old.map((part) => [part.id, part]));
  const nowById = new Map(now.map((part) => [part.id, part]));
  const spare = new Map<string, Part[]>();
  for (const part of old) if (nowById.get(part.id)?.plain !== part.plain) spare.set(part.plain, [...(spare.get(part.plain) ?? []), part]);
  const moved = new Map<string, Part>();
  for (const part of now) {
    if (oldById.get(part.id)?.plain === part.plain) continue;
    const from = spare.get(part.plain)?.shift();
    if (from) moved.set(part.id, from);
  }
  const gone = new Set([...moved.values()].map(({ id }) => id));
  const show = ({ id, label, text }: Part) => ({ id, label, text });
  const changes: ClauseChange[] = [];
  for (const part of now) {
    const same = oldById.get(part.id);
    if (same?.plain === part.plain) continue;
    const from = moved.get(part.id);
    if (from) changes.push({ type: 'moved', before: show(from), after: show(part) });
    else if (same && !gone.has(same.id)) changes.push({ type: 'changed', before: show(same), after: show(part) });
    else changes.push({ type: 'added', before: null, after: show(part) });
  }
  for (const part of old) {
    if (gone.has(part.id)) continue;
    const next = nowById.get(part.id);
    if (!next || moved.has(part.id)) changes.push({ type: 'removed', before: show(part), after: null });
  }
  return changes;
}

function partsOf({ text, units }: ParsedPolicy): Part[] {
  return units
    .filter(({ kind }) => kind === 'article' || kind === 'point' || kind === 'passage')
    .map((unit) => {
      const words = text.slice(unit.start, unit.end);
      const body = unit.kind === 'article' ? words.replace(/^第[^条]{1,9}条(?:之[一二三四五六七八九十]{1,3})?/, '') : words;
      return { id: unit.id, label: unit.label, text: words, plain: body.replace(/[\s\u3000*]+/g, '') };
    });
}
