import { parseTrainerLine, type TrainerLine } from '../trainer-line.js';
import type { TrainerTask } from '../training-executor.js';

/** Reads a growing log from where it was left, whole lines only. */
export class RayLog {
  problem: Extract<TrainerLine, { type: 'problem' }> | null = null;

  constructor(
    private readonly task: TrainerTask,
    /** Characters that were read. */
    public read: number,
  ) {}

  /** `text` is the whole log so far. The last line is complete once the job has ended. */
  take(text: string, isWhole: boolean): void {
    // A log that is shorter than before is another one.
    if (text.length < this.read) this.read = 0;
    const end = isWhole ? text.length : text.lastIndexOf('\n') + 1;
    for (const line of text.slice(this.read, end).split('\n')) this.takeLine(line);
    this.read = Math.max(end, this.read);
  }

  private takeLine(text: string): void {
    const line = parseTrainerLine(text);
    if (line?.type === 'problem') this.problem = line;
    if (line) this.task.onLine(line);
    else if (text.trim() !== '') this.task.log(`ray: ${text}`);
  }
}
