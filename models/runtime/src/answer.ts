/** A question, and a text in which its answer is looked for. */
export interface QuestionOn { question: string; context: string }

/** The best span of a text for a question. Offsets count code points of the text, the end is exclusive. */
export interface Answer {
  start: number;
  end: number;
  text: string;
  /** By how much the logits of the span exceed those of "no answer"; comparable over the texts of one model. */
  score: number;
  /** That the text holds an answer at all, as far as the model was calibrated with questions that have none. */
  confidence: number;
  /** Whether the score reaches the model's threshold. Below it the span is its best guess and should not be shown. */
  isAnswered: boolean;
}
