/** With fewer examples an intent is a guess, and its held-out part may be empty; the trainer warns at the same number. */
export const fewUtterances = 10;
/** From here on more examples help less than better ones. */
export const enoughUtterances = 30;

export type Fullness = 'none' | 'few' | 'some' | 'enough';

export const fullnessOf = (count: number): Fullness => (count === 0 ? 'none' : count < fewUtterances ? 'few' : count < enoughUtterances ? 'some' : 'enough');

/** Intents that are not learnt well for want of examples, the emptiest first. */
export const thinIntents = <T extends { utterances: number }>(intents: readonly T[]): T[] => intents.filter(({ utterances }) => utterances < fewUtterances).sort((a, b) => a.utterances - b.utterances);
