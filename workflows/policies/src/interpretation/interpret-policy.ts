import { parsePolicy } from '../parse-policy.js';
import type { ParsedPolicy } from '../policy.types.js';
import { findKeywords, type Keyword, type KeywordOptions } from './find-keywords.js';
import { findPoints, type PolicyPoint } from './find-points.js';
import type { PlacedSentence } from './placed-sentence.js';
import { summarise, type SummaryOptions } from './summarise.js';
import { type TimedPolicy, type TimelineEntry, timelineOf } from './timeline.js';

/** A document for reading: what it says in short, what it is about, what a person wants to know, and how it came to be so. */
export interface PolicyInterpretation {
  summary: PlacedSentence[];
  keywords: Keyword[];
  points: PolicyPoint[];
  timeline: TimelineEntry[];
}

export interface InterpretOptions extends SummaryOptions, KeywordOptions {
  parsed?: ParsedPolicy;
  /** Keys of the documents whose relations lead to one. */
  linkedTo?: (key: string) => readonly string[];
}

/** Everything of an interpretation page, extracted and never written anew. Null where there is no such document. */
export function interpretPolicy(key: string, find: (key: string) => TimedPolicy | null, { parsed, linkedTo, ...options }: InterpretOptions = {}): PolicyInterpretation | null {
  const policy = find(key);
  if (!policy) return null;
  const read = parsed ?? parsePolicy(policy.text);
  return { summary: summarise(read, options), keywords: findKeywords(read, options), points: findPoints(read), timeline: timelineOf(key, find, linkedTo) };
}
