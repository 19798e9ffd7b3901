import type { DialogWorld, Effect, FieldWidget, QuickReply, ReplyBlock, SummaryRow, TurnContext, TurnResult, TurnTrace } from './dialog.types.js';
import { display } from './form/display.js';
import type { OpenForm } from './form/draft-data.js';
import { formFacts, type FieldFacts } from './form/field-facts.js';
import { textOf, type TextKey } from './replying/texts.js';
import type { DialogState, Draft, Question } from './state/dialog-state.js';

/** One turn at work: a copy of the state that may change, and what the turn says and causes. */
export class Session {
  private readonly blocks: ReplyBlock[] = [];
  private lines: string[] = [];
  private quickReplies: QuickReply[] = [];
  private readonly effects: Effect[] = [];
  /** Values taken in this turn, to be said back in one go. */
  private taken: { field: FieldFacts; value: unknown }[] = [];
  readonly trace: TurnTrace = { acts: [], intents: [], values: [], next: null };
  /** Whether a question has been put; then nothing else is asked. */
  hasAsked = false;
  /** In the final check a changed value is not confirmed along with all the others once more. */
  changedInReview = false;
  /** What is copied from another field has been said already. */
  isCopying = false;

  constructor(
    readonly state: DialogState,
    readonly world: DialogWorld,
    readonly context: TurnContext,
  ) {}

  text(key: TextKey, params: Record<string, string | number> = {}): string {
    return textOf(key, this.context.language, params);
  }

  say(key: TextKey, params: Record<string, string | number> = {}): void {
    this.sayTaken();
    this.lines.push(this.text(key, params));
  }

  block(block: ReplyBlock): void {
    this.flush();
    this.blocks.push(block);
  }

  showField(widget: FieldWidget): void {
    this.block({ type: 'field', widget });
  }

  showSummary(service: string, rows: SummaryRow[]): void {
    this.block({ type: 'summary', service, title: this.title(service), rows });
  }

  offer(...replies: QuickReply[]): void {
    for (const reply of replies) if (!this.quickReplies.some(({ payload }) => payload === reply.payload)) this.quickReplies.push(reply);
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }

  act(name: string): void {
    if (!this.trace.acts.includes(name)) this.trace.acts.push(name);
  }

  ask(question: Question): void {
    this.state.question = question;
    this.hasAsked = true;
  }

  took(field: FieldFacts, value: unknown): void {
    if (this.isCopying) return;
    this.taken = [...this.taken.filter((one) => one.field.name !== field.name), { field, value }];
  }

  show(field: FieldFacts, value: unknown): string {
    return display(field, value, this.context.language);
  }

  title(service: string): string {
    return this.world.service(service)?.title ?? service;
  }

  open(service: string | null): OpenForm | null {
    const draft = service === null ? null : (this.state.drafts[service] ?? null);
    return draft && this.openDraft(draft);
  }

  openDraft(draft: Draft): OpenForm | null {
    const found = formFacts(this.world, draft.service);
    return found && { ...found, draft, language: this.context.language };
  }

  active(): OpenForm | null {
    return this.open(this.state.active);
  }

  result(): TurnResult<DialogState> {
    this.flush();
    return { state: this.state, reply: { blocks: this.blocks, quickReplies: this.quickReplies }, effects: this.effects, trace: this.trace };
  }

  get isSilent(): boolean {
    return this.blocks.length === 0 && this.lines.length === 0 && this.taken.length === 0;
  }

  /** Every taken value is said back once, all of a turn together. */
  private sayTaken(): void {
    if (this.taken.length === 0) return;
    const zh = this.context.language === 'zh';
    const values = this.taken.map(({ field, value }) => `${field.title} ${this.show(field, value)}`).join(zh ? '；' : '; ');
    this.taken = [];
    this.lines.push(this.text('filled', { values }));
  }

  private flush(): void {
    this.sayTaken();
    if (this.lines.length > 0) this.blocks.push({ type: 'text', text: this.lines.join(this.context.language === 'zh' ? '' : ' ') });
    this.lines = [];
  }
}
