import { useEffect, useRef, useState } from 'react';

interface RowKeys<T> {
  rows: readonly T[];
  onOpen: (row: T) => void;
  onClaim: (row: T) => void;
}

/** j and k move through rows, Enter opens, c claims. Keys are left alone while somebody types or a dialog is open. */
export function useRowKeys<T extends { id: string }>({ rows, onOpen, onClaim }: RowKeys<T>): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const latest = useRef({ rows, onOpen, onClaim, current });
  latest.current = { rows, onOpen, onClaim, current };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, textarea, select, [contenteditable], [role=combobox]') || document.querySelector('[role=dialog], [role=menu]')) return;
      const state = latest.current;
      const at = state.rows.findIndex(({ id }) => id === state.current);
      if (event.key === 'j' || event.key === 'k') {
        const next = state.rows[Math.min(state.rows.length - 1, Math.max(0, event.key === 'j' ? at + 1 : at - 1))];
        if (next) setCurrent(next.id);
      } else if (at >= 0 && event.key === 'c') state.onClaim(state.rows[at]!);
      else if (at >= 0 && event.key === 'Enter' && !target.matches('a, button, tr')) state.onOpen(state.rows[at]!);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return current;
}
