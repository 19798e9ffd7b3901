import type { TestAssertion } from '@banshi/bundle';
import type { Reply, ReplyBlock } from '@banshi/dialog';
import type { Rehearsed } from '../rehearsal.service.js';

export interface Checked {
  line: number;
  ok: boolean;
  /** As it is written in the test, in short. */
  expected: string;
  /** What was there instead; '' where it holds. */
  actual: string;
}

const maxShown = 200;
const counted = { flow_started: 'started', flow_completed: 'completed', flow_cancelled: 'cancelled' } as const;

/** Whether an assertion holds of a turn. */
export function checkAssertion(assertion: TestAssertion, turn: Rehearsed): Checked {
  const { expected, actual, ok } = judge(assertion, turn);
  return { line: assertion.line, ok, expected: `${assertion.type}: ${expected}`.slice(0, maxShown), actual: ok ? '' : actual.slice(0, maxShown) };
}

type Verdict = Omit<Checked, 'line'>;

function judge(assertion: TestAssertion, { effects, reply, standing, trace }: Rehearsed): Verdict {
  switch (assertion.type) {
    case 'flow_started':
    case 'flow_completed':
    case 'flow_cancelled': {
      const seen = effects.flatMap((effect) => (effect.type === 'count' && effect.what === counted[assertion.type] ? [effect.service] : []));
      return { ok: seen.includes(assertion.service), expected: assertion.service, actual: seen.join(', ') || '-' };
    }
    case 'handed_over':
      return { ok: effects.some(({ type }) => type === 'hand-over'), expected: '', actual: '-' };
    case 'slot_was_set':
    case 'slot_was_not_set': {
      const { data } = standing;
      const holds = ({ name, value }: { name: string; value: unknown }) => (value === undefined ? data[name] !== undefined : sameValue(data[name], value));
      const isWanted = assertion.type === 'slot_was_set';
      const wrong = assertion.fields.filter((field) => holds(field) !== isWanted);
      const shown = (fields: typeof assertion.fields) => fields.map(({ name, value }) => (value === undefined ? name : `${name} = ${JSON.stringify(value)}`)).join(', ');
      return { ok: wrong.length === 0, expected: shown(wrong.length > 0 ? wrong : assertion.fields), actual: wrong.map(({ name }) => `${name} = ${JSON.stringify(data[name] ?? null)}`).join(', ') };
    }
    case 'bot_uttered':
      return lacking(assertion.texts, [allText(reply)]);
    case 'clarification_contains':
      return lacking(assertion.texts, reply.quickReplies.flatMap(({ label, payload }) => [label, payload]));
    case 'cites':
      return lacking(assertion.texts, reply.blocks.flatMap((block) => (block.type === 'answer' ? block.answer.citations.map(({ policy, title, label, quote }) => `${policy} ${title} 《${title}》${label} ${title}${label} ${quote}`) : [])));
    case 'asks': {
      const next = trace.next?.field ?? standing.asked ?? '';
      return { ok: assertion.texts.includes(next), expected: assertion.texts.join(' | '), actual: next || '-' };
    }
  }
}

/** All texts must occur, each in one of the places. */
function lacking(texts: readonly string[], places: readonly string[]): Verdict {
  const missing = texts.filter((text) => !places.some((place) => place.includes(text)));
  return { ok: missing.length === 0, expected: (missing.length > 0 ? missing : texts).join(', '), actual: places.join(' / ') || '-' };
}

/** A test writes 183 or "183" for the same number. */
const sameValue = (actual: unknown, expected: unknown) => actual !== undefined && (JSON.stringify(actual) === JSON.stringify(expected) || (typeof actual !== 'object' && typeof expected !== 'object' && String(actual) === String(expected)));

/** Everything that a citizen reads of a reply. */
export function allText({ blocks }: Reply): string {
  return blocks.map(textOf).join('\n');
}

function textOf(block: ReplyBlock): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'answer':
      return [block.answer.text, ...block.answer.sections.flatMap(({ title, lines }) => [title, ...lines]), ...block.answer.citations.map(({ quote }) => quote)].join('\n');
    case 'service':
      return `${block.title}\n${block.summary}`;
    case 'materials':
      return block.items.map(({ name, note }) => `${name} ${note}`).join('\n');
    case 'field':
      return [block.widget.title, ...block.widget.options.map(({ title }) => title)].join('\n');
    case 'summary':
      return block.rows.map(({ title, display }) => `${title} ${display}`).join('\n');
    case 'case':
      return `${block.title} ${block.number}`;
  }
}
