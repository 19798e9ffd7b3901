import type { Outcome } from '@banshi/process';

/** `Task_review` → `reviewResult`; what a generated id would say to nobody becomes `result`. */
export function outcomeVariableFor(taskId: string): string {
  const words = taskId.replace(/^(Task|Activity|UserTask)_/, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const isGenerated = words.length !== 1 ? false : /^[0-9a-z]{7}$/.test(words[0]!) && /\d/.test(words[0]!);
  if (words.length === 0 || isGenerated || !/^[A-Za-z]/.test(words[0]!)) return isGenerated ? `result_${words[0]}` : 'result';
  return `${words.map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('')}Result`;
}

const usual: Outcome[] = [
  { value: 'approved', title: '通过', titleEn: 'Approve', requireComment: false },
  { value: 'returned', title: '退回补正', titleEn: 'Return for correction', requireComment: true },
  { value: 'refused', title: '不予通过', titleEn: 'Refuse', requireComment: true },
];

/** The first of the usual outcomes that is not there yet, then numbered ones. */
export function nextOutcome(values: Outcome[]): Outcome {
  const isFree = (value: string) => values.every((other) => other.value !== value);
  const next = usual.find(({ value }) => isFree(value));
  if (next) return next;
  let n = values.length + 1;
  while (!isFree(`outcome${n}`)) n++;
  return { value: `outcome${n}`, title: '', titleEn: '', requireComment: false };
}
