import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { type Grapheme, runAround } from './mark.js';

/** What is chosen: from `anchor` to `head`, both places between graphemes, 0 to their number. */
export interface Selection {
  anchor: number;
  head: number;
}

const indexAt = (event: { clientX: number; clientY: number }): number | null => {
  const element = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-grapheme]');
  return element ? Number(element.dataset['grapheme']) : null;
};

/** A selection over graphemes, by mouse, pen, touch and keyboard. */
export function useSpanSelection(graphemes: readonly Grapheme[]) {
  const [selection, setSelection] = useState<Selection>({ anchor: 0, head: 0 });
  const [isDragging, setIsDragging] = useState(false);
  const count = graphemes.length;
  const clamp = (place: number) => Math.max(0, Math.min(count, place));
  const { anchor, head } = { anchor: clamp(selection.anchor), head: clamp(selection.head) };
  const from = Math.min(anchor, head);
  const to = Math.max(anchor, head);

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      const index = indexAt(event);
      if (index === null || event.button !== 0) return;
      if (event.shiftKey) setSelection({ anchor, head: index >= anchor ? index + 1 : index });
      else setSelection({ anchor: index, head: index + 1 });
      setIsDragging(true);
    },
    onPointerMove: (event: PointerEvent) => {
      const index = isDragging ? indexAt(event) : null;
      if (index !== null) setSelection((old) => ({ anchor: index < old.anchor ? Math.max(old.anchor, Math.min(old.head, old.anchor + 1)) : old.anchor, head: index >= old.anchor ? index + 1 : index }));
    },
    onPointerUp: () => setIsDragging(false),
    onPointerCancel: () => setIsDragging(false),
    onDoubleClick: (event: { clientX: number; clientY: number }) => {
      const index = indexAt(event);
      if (index === null) return;
      const [start, end] = runAround(graphemes, index);
      setSelection({ anchor: start, head: end });
    },
  };
  /** True where the key moved the selection. */
  const move = (event: KeyboardEvent): boolean => {
    const targets: Record<string, number> = { ArrowLeft: head - 1, ArrowRight: head + 1, Home: 0, End: count };
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (!isAll && !(event.key in targets)) return false;
    event.preventDefault();
    if (isAll) setSelection({ anchor: 0, head: count });
    else {
      const next = clamp(targets[event.key]!);
      setSelection({ anchor: event.shiftKey ? anchor : next, head: next });
    }
    return true;
  };
  /** In code points; null while nothing is chosen. */
  const range = from < to ? { start: graphemes[from]!.start, end: graphemes[to - 1]!.end } : null;
  return { from, to, head, range, pointer, move, clear: () => setSelection({ anchor: head, head }), set: setSelection };
}
