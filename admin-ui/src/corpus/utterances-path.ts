export interface UtteranceFilter {
  q?: string;
  intent?: string;
  slot?: string;
  source?: string;
  unlabelled?: boolean;
  duplicate?: boolean;
  clash?: boolean;
  trainingSet?: string;
}

/** The list of utterances under a filter. Texts that repeat each other come side by side. */
export function utterancesPath(filter: UtteranceFilter): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), ...(filter.duplicate || filter.clash ? { sort: 'text', order: 'ASC' } : {}) });
  return `/utterances?${query}`;
}
