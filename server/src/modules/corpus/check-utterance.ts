import { MAX_TEXT_LENGTH } from '@banshi/head';
import { codePointLength, toCodePointOffset } from '@banshi/values';
import { DomainError } from '../../platform/errors/domain-error.js';
import { corpusErrors } from './corpus.errors.js';
import type { Span, UtteranceDraft } from './utterance.types.js';

/** Keys of the intents and slots that labels may name. */
export interface LabelKeys {
  intents: ReadonlySet<string>;
  slots: ReadonlySet<string>;
}

const maxEntities = 200;
/** Control characters other than tab and line breaks, and halves of a surrogate pair: PostgreSQL or JSON cannot hold them. */
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/u;

/** The utterance as it is stored: trimmed, its spans in order. Throws the first thing that is wrong, and changes nothing. */
export function checkUtterance(draft: UtteranceDraft, keys: LabelKeys, field = 'input'): UtteranceDraft {
  const bad = unusable.exec(draft.text);
  if (bad) throw new DomainError(corpusErrors.INVALID_TEXT, { field: `${field}.text`, params: { position: toCodePointOffset(draft.text, bad.index) + 1 } });
  const text = draft.text.trim();
  if (text === '') throw new DomainError(corpusErrors.EMPTY_TEXT, { field: `${field}.text` });
  const length = codePointLength(text);
  if (length > MAX_TEXT_LENGTH) throw new DomainError(corpusErrors.TEXT_TOO_LONG, { field: `${field}.text`, params: { limit: MAX_TEXT_LENGTH, length } });
  if (draft.intent !== null && !keys.intents.has(draft.intent)) throw new DomainError(corpusErrors.UNKNOWN_INTENT, { field: `${field}.intent`, params: { intent: draft.intent.slice(0, 100) } });
  const trimmed = codePointLength(draft.text.slice(0, draft.text.indexOf(text)));
  const entities = draft.entities.map(({ start, end, slot }) => ({ start: start - trimmed, end: end - trimmed, slot })).sort((a, b) => a.start - b.start);
  checkSpans(entities, length, keys, `${field}.entities`);
  return { text, intent: draft.intent, entities };
}

function checkSpans(spans: readonly Span[], length: number, keys: LabelKeys, field: string): void {
  if (spans.length > maxEntities) throw new DomainError(corpusErrors.TOO_MANY_ENTITIES, { field, params: { limit: maxEntities } });
  let last = 0;
  for (const { start, end, slot } of spans) {
    if (!keys.slots.has(slot)) throw new DomainError(corpusErrors.UNKNOWN_SLOT, { field, params: { slot: slot.slice(0, 100) } });
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > length || start >= end) {
      throw new DomainError(corpusErrors.SPAN_OUTSIDE_TEXT, { field, params: { slot, start, end, length } });
    }
    if (start < last) throw new DomainError(corpusErrors.SPANS_OVERLAP, { field, params: { slot, start } });
    last = end;
  }
}
