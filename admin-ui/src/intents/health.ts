/** Below, a linear head learns an intent badly (0.70 against 0.95 accuracy with 5 and 34 examples). */
const fewExamples = 10;
const goodScore = 0.85;
const weakScore = 0.7;

export const exampleHealth = (count: number): 'none' | 'few' | 'good' => (count === 0 ? 'none' : count < fewExamples ? 'few' : 'good');
export const scoreHealth = (f1: number): 'good' | 'weak' | 'bad' => (f1 >= goodScore ? 'good' : f1 >= weakScore ? 'weak' : 'bad');
