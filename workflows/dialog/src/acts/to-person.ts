import type { Effect } from '../dialog.types.js';
import { progress } from '../form/draft-data.js';
import { summaryRows } from '../replying/summary-rows.js';
import type { Session } from '../session.js';
import type { Behaviour } from './hearing.js';
import { says } from './phrases.js';

type Reason = Extract<Effect, { type: 'hand-over' }>['reason'];

export const toPerson: Behaviour = (session, { text }) => {
  if (!says(text, 'person')) return 'more';
  handOver(session, 'asked', text);
  return 'done';
};

/** Passes the dialogue on with the fields, the open question and the reason; from now on the assistant is silent. */
export function handOver(session: Session, reason: Reason, words: string): void {
  session.act('hand-over');
  session.say('handOver');
  session.effect({ type: 'hand-over', reason, note: noteOf(session, words) });
  session.state.mode = 'waiting';
}

function noteOf(session: Session, words: string): string {
  const { state } = session;
  const open = session.active();
  const zh = session.context.language === 'zh';
  const lines: string[] = [];
  if (open) {
    const { filled, required } = progress(open);
    lines.push(`${zh ? '事项' : 'Service'}: ${session.title(open.draft.service)} (${filled}/${required})`);
    for (const { title, display, error } of summaryRows(open)) lines.push(`${title}: ${display}${error ? ` (${error})` : ''}`);
    const asked = state.question?.kind === 'field' ? open.facts.fields.get(state.question.field) : undefined;
    if (asked) lines.push(`${zh ? '正在问' : 'Asking for'}: ${asked.title} (${zh ? '未答上' : 'failed'} ${open.draft.failures[asked.name] ?? 0})`);
  }
  if (state.queue.length > 0) lines.push(`${zh ? '还要办' : 'Also wants'}: ${state.queue.map((key) => session.title(key)).join(', ')}`);
  if (words !== '') lines.push(`${zh ? '最后一句' : 'Last words'}: ${words.slice(0, 200)}`);
  return lines.join('\n');
}
