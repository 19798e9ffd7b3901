import type { ChatState } from '@banshi/assistant';
import type { FormData } from '@banshi/forms';
import { useEffect, useRef, useState } from 'react';

/** Typing on is not told letter by letter. */
const quietMs = 700;

/**
 * The form beside the conversation. What the hall has is shown, except where a person types just now; what was typed is
 * told once they pause.
 */
export function useFormSide(state: ChatState | null, tell: (values: Record<string, unknown>) => void) {
  const [data, setData] = useState<FormData>(state?.data ?? {});
  const typed = useRef<Record<string, unknown>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const service = state?.service ?? null;

  useEffect(() => {
    typed.current = {};
    clearTimeout(timer.current);
  }, [service]);
  useEffect(() => setData(withTyped(state?.data ?? {}, typed.current)), [state]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const flush = () => {
    clearTimeout(timer.current);
    if (Object.keys(typed.current).length === 0) return;
    tell(typed.current);
    typed.current = {};
  };
  const change = (next: FormData) => {
    typed.current = { ...typed.current, ...changes(data, next) };
    setData(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, quietMs);
  };
  return { data, change, flush };
}

/** What differs; null for a field that was emptied. */
export function changes(before: FormData, after: FormData): Record<string, unknown> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries([...fields].filter((field) => before[field] !== after[field]).map((field) => [field, after[field] ?? null]));
}

export const withTyped = (data: FormData, typed: Record<string, unknown>): FormData => Object.fromEntries(Object.entries({ ...data, ...typed }).filter(([, value]) => value !== null && value !== undefined));
