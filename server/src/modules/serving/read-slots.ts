import type { Interpretation as RawInterpretation } from '@banshi/runtime';
import { findValues, type FoundValue, type Lean, normalise, reasonText, type SlotType } from '@banshi/values';
import type { Language } from '../../platform/actor/request-context.js';
import type { SlotBinding, SlotFacts, SlotValue } from './interpretation.types.js';

type ModelSpan = RawInterpretation['slots'][number];
interface Place {
  slot: SlotFacts;
  start: number;
  end: number;
  text: string;
  score: number | null;
}

/** Types whose form alone says what they are: where the rules find one, the model's other opinion does not count. */
const identifiers: readonly SlotType[] = ['resident-id', 'credit-code', 'mobile', 'phone', 'bank-card', 'email', 'plate'];
const unreadable = { zh: '看不懂这个值', en: 'The value cannot be read' };
const notListed = { zh: '不在可选范围内', en: 'It is not one of the choices' };

/** The slots of a text: what the model marked, corrected and completed by the rules, with values, verdicts and fields. */
export function readSlots(text: string, spans: readonly ModelSpan[], slots: readonly SlotFacts[], bindings: readonly SlotBinding[], language: Language, now: Date): SlotValue[] {
  const byKey = new Map(slots.map((slot) => [slot.key, slot]));
  const places: Place[] = spans.flatMap((span) => {
    const slot = byKey.get(span.slot);
    return slot ? [{ slot, start: span.start, end: span.end, text: span.text, score: span.score }] : [];
  });
  const merged = findValues(text, now).reduce((kept, found) => mergeFound(kept, found, slots, bindings), places);
  const filled = new Set<string>();
  return merged
    .sort((a, b) => a.start - b.start)
    .map((place) => {
      const bound = bindings.filter(({ slot }) => slot === place.slot.key);
      // Two values of one slot go to two fields where the form has them.
      const binding = bound.find(({ field: name }) => !filled.has(name)) ?? bound[0];
      const field = binding?.field ?? null;
      if (field !== null) filled.add(field);
      const { slot, start, end, score } = place;
      return { slot: slot.key, title: slot.title, start, end, text: place.text, ...judge(place, language, now, binding?.lean), field, source: score === null ? ('rule' as const) : ('model' as const), score };
    });
}

function mergeFound(places: readonly Place[], found: FoundValue, slots: readonly SlotFacts[], bindings: readonly SlotBinding[]): Place[] {
  const meets = (place: Place) => place.start < found.end && found.start < place.end;
  const touching = places.filter(meets);
  const same = touching.find((place) => place.slot.type === found.type);
  const others = places.filter((place) => !meets(place));
  const at = { start: found.start, end: found.end, text: found.text };
  // The rules know where an identifier ends; the model may have cut it.
  if (same) return [...others, { ...same, ...at }];
  if (touching.length > 0 && !identifiers.includes(found.type)) return [...places];
  const slot = slotFor(found.type, slots, bindings);
  return slot ? [...others, { slot, ...at, score: null }] : [...places];
}

/** The slot that a value found by its form belongs to: the one that the service's form takes, else the only one of the type. */
function slotFor(type: SlotType, slots: readonly SlotFacts[], bindings: readonly SlotBinding[]): SlotFacts | null {
  const ofType = slots.filter((slot) => slot.type === type);
  const bound = ofType.filter(({ key }) => bindings.some(({ slot }) => slot === key));
  return bound[0] && new Set(bound.map(({ key }) => key)).size === 1 ? bound[0] : ofType.length === 1 ? ofType[0]! : null;
}

function judge({ slot, text }: Place, language: Language, now: Date, lean: Lean | undefined): Pick<SlotValue, 'value' | 'valid' | 'reason'> {
  const normal = normalise(slot.type, text, now, lean ? { lean } : {});
  if (!normal) return { value: null, valid: false, reason: unreadable[language] };
  if (!normal.verdict.valid) return { value: normal.value, valid: false, reason: reasonText(normal.verdict, language) };
  if (slot.type !== 'enum' || !slot.entries) return { value: normal.value, valid: true, reason: null };
  const entries = slot.entries.filter((entry) => !entry.disabled);
  const said = normal.normal.toLowerCase();
  const matching = entries.filter((entry) => entry.title.toLowerCase() === said || entry.titleEn?.toLowerCase() === said || entry.code === normal.normal);
  const close = matching.length > 0 ? matching : entries.filter((entry) => entry.title.toLowerCase().includes(said) || said.includes(entry.title.toLowerCase()));
  return close.length === 1 ? { value: close[0]!.code, valid: true, reason: null } : { value: null, valid: false, reason: notListed[language] };
}
