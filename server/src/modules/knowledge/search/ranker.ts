/** Gives every text of a fixed list a score for a question; 0 means that nothing speaks for it. Rankings by words and by meaning have this one shape, so that they can be weighed against each other. */
export interface Ranker {
  scores(question: string): Float64Array;
}
