import type { Answer } from '../answer.types.js';

/** What the knowledge base would answer. */
export function answer(text: string, more: Partial<Answer> = {}): Answer {
  return { source: 'guide', question: '', text, isPhrased: false, service: null, faq: null, sections: [], citations: [], conflict: null, confidence: 0.9, related: [], ...more };
}
