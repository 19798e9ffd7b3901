import { useState } from 'react';
import { shiftSpans } from '../../shared/spans/shift-spans.js';
import type { Span } from '../../shared/spans/span.js';
import type { Utterance } from '../utterance.js';

export interface UtteranceDraft {
  text: string;
  intent: string | null;
  entities: Span[];
}

const emptyDraft: UtteranceDraft = { text: '', intent: null, entities: [] };
const same = (a: UtteranceDraft, b: UtteranceDraft) => JSON.stringify([a.text, a.intent, a.entities]) === JSON.stringify([b.text, b.intent, b.entities]);

/** What is being written of one utterance; the marks follow the text. Kept in the session until it is saved, so that a reload loses nothing. */
export function useUtteranceDraft(utterance: Utterance | null) {
  const store = `banshi.utterance.${utterance?.id ?? 'new'}.${utterance?.rev ?? 0}`;
  const base: UtteranceDraft = utterance ? { text: utterance.text, intent: utterance.intent, entities: utterance.entities.map(({ start, end, slot }) => ({ start, end, slot })) } : emptyDraft;
  const [draft, setDraft] = useState<UtteranceDraft>(() => kept(store) ?? base);
  const set = (next: UtteranceDraft) => {
    setDraft(next);
    if (same(next, base)) sessionStorage.removeItem(store);
    else sessionStorage.setItem(store, JSON.stringify(next));
  };
  return {
    draft,
    isChanged: !same(draft, base),
    set,
    setText: (text: string) => set({ ...draft, text, entities: shiftSpans(draft.text, text, draft.entities) }),
    setIntent: (intent: string | null) => set({ ...draft, intent }),
    setEntities: (entities: Span[]) => set({ ...draft, entities }),
    forget: () => sessionStorage.removeItem(store),
  };
}

function kept(store: string): UtteranceDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? 'null') as UtteranceDraft | null;
  } catch {
    return null;
  }
}
