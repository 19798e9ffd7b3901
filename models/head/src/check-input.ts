import type { Example, TrainingInput } from './training-input.js';
import { TrainingProblem } from './training-problem.js';
import type { TrainingWarning } from './training-problem.js';

/** Longest text in code points. What a citizen types is far shorter; longer ones are pasted documents. */
export const MAX_TEXT_LENGTH = 2000;
const MIN_LABELLED = 6;

/** Throws the first {@link TrainingProblem} of the input; returns what is odd but tolerable. */
export function checkInput(input: TrainingInput): TrainingWarning[] {
  const fitted = [...input.train, ...input.validation];
  if (fitted.length === 0) throw new TrainingProblem('empty-set', 'the training set holds no utterance');
  const intents = uniqueKeys(input.intents);
  const slots = uniqueKeys(input.slots);
  for (const example of [...fitted, ...input.test]) checkExample(example, intents, slots);
  const labelled = fitted.filter(({ intent }) => intent !== null);
  const classes = new Set(labelled.map(({ intent }) => intent));
  if (labelled.length < MIN_LABELLED) throw new TrainingProblem('too-few', `only ${labelled.length} utterances have an intent; at least ${MIN_LABELLED} are needed`, { labelled: labelled.length, needed: MIN_LABELLED });
  if (classes.size < 2) throw new TrainingProblem('one-class', 'all utterances have the same intent; there is nothing to tell apart', { label: [...classes][0]! });
  if (new Set(labelled.map(({ text }) => text)).size === 1) throw new TrainingProblem('all-texts-equal', 'all utterances are the same text');
  return [...labelWarnings(input, labelled, fitted), ...(input.test.some(({ intent }) => intent !== null) ? [] : [{ code: 'no-test-part' as const, message: 'no held-out utterance has an intent: the metrics are empty' }])];
}

function uniqueKeys(labels: readonly { key: string }[]): Set<string> {
  const keys = new Set<string>();
  for (const { key } of labels) {
    if (key === '') throw new TrainingProblem('empty-label', 'a label has no key');
    if (keys.has(key)) throw new TrainingProblem('duplicate-label', `the label ${key} is listed twice`, { label: key });
    keys.add(key);
  }
  return keys;
}

function checkExample({ id, text, intent, spans }: Example, intents: Set<string>, slots: Set<string>): void {
  const length = Array.from(text).length;
  if (text.trim() === '') throw new TrainingProblem('empty-text', `utterance ${id} is empty`, { exampleId: id });
  if (length > MAX_TEXT_LENGTH) throw new TrainingProblem('text-too-long', `utterance ${id} has ${length} characters; at most ${MAX_TEXT_LENGTH} are allowed`, { exampleId: id, length, limit: MAX_TEXT_LENGTH });
  if (intent !== null && !intents.has(intent)) throw new TrainingProblem('unknown-intent', `utterance ${id} has the unknown intent ${intent}`, { exampleId: id, label: intent });
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (!slots.has(span.slot)) throw new TrainingProblem('unknown-slot', `utterance ${id} has the unknown slot ${span.slot}`, { exampleId: id, label: span.slot });
    if (!Number.isInteger(span.start) || !Number.isInteger(span.end) || span.start < 0 || span.end > length || span.start >= span.end) {
      throw new TrainingProblem('span-outside-text', `utterance ${id}: the span ${span.start}–${span.end} does not lie in its ${length} characters`, { exampleId: id, label: span.slot, start: span.start, end: span.end, length });
    }
    if (span.start < end) throw new TrainingProblem('overlapping-spans', `utterance ${id}: the span at ${span.start} overlaps the one before it`, { exampleId: id, label: span.slot, start: span.start });
    end = span.end;
  }
}

function labelWarnings(input: TrainingInput, labelled: readonly Example[], fitted: readonly Example[]): TrainingWarning[] {
  const count = new Map<string, number>();
  const add = (key: string): void => void count.set(key, (count.get(key) ?? 0) + 1);
  for (const { intent } of labelled) add(`intent ${intent!}`);
  for (const { spans } of fitted) for (const { slot } of spans) add(`slot ${slot}`);
  const labels = [...input.intents.map(({ key }) => ['intent', key] as const), ...input.slots.map(({ key }) => ['slot', key] as const)];
  return labels.flatMap(([kind, key]): TrainingWarning[] => {
    const examples = count.get(`${kind} ${key}`) ?? 0;
    if (examples === 0) return [{ code: 'label-without-example', message: `the ${kind} ${key} has no example: the model will not know it`, label: key }];
    if (examples === 1) return [{ code: 'label-with-one-example', message: `the ${kind} ${key} has a single example`, label: key }];
    return [];
  });
}
