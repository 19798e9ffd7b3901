import type { Citation, QuickReply, ReplyBlock } from '@banshi/dialog';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { HallChatClient } from '../client/hall-chat-client.js';
import { Conversation } from '../conversation/conversation.js';
import type { Entry } from '../conversation/entry.js';
import { type Remember, SessionMemory } from '../conversation/session-memory.js';
import { filled, type Language, textsOf } from '../texts/texts.js';
import { drawBlock } from './blocks/block.js';
import './composer.element.js';
import { headOf } from './head.js';
import type { Reading } from './reader.element.js';
import './reader.element.js';
import { styles } from './styles.js';
import type { View } from './view.js';
import { define } from './widgets/light-element.js';

/**
 * `<banshi-assistant>`: the hall's assistant, to be put into any page.
 *
 * Attributes: `base` (where the hall API or the hall's proxy of it answers), `lang` (`zh`, `en`), `heading`, `service` (one to begin with),
 * `large`, `theme` (`light`, `dark`), `remember` (`device`, `tab`, `none`), `name` (of what is remembered, where one site holds several), `citation-url` (`/policies/{policy}#{clause}`: the hall's own page of a clause).
 * Properties: `headers` and `fetcher` for the calls. Events: `banshi-state`, `banshi-turn`, `banshi-submitted`.
 */
export class BanshiAssistant extends LitElement {
  static override styles = styles;
  static override properties = {
    base: {},
    lang: { reflect: true },
    heading: {},
    service: {},
    large: { type: Boolean, reflect: true },
    theme: { reflect: true },
    remember: {},
    name: {},
    citationUrl: { attribute: 'citation-url' },
    headers: { attribute: false },
    fetcher: { attribute: false },
    draft: { state: true },
    hot: { state: true },
    reading: { state: true },
    isAsking: { state: true },
  };
  declare base: string;
  declare lang: string;
  declare heading: string;
  declare service: string;
  declare large: boolean;
  declare theme: string;
  declare remember: Remember;
  declare name: string;
  declare citationUrl: string;
  /** Headers of every call, such as the applicant's token. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** In place of the browser's own `fetch`. */
  declare fetcher: typeof fetch | undefined;
  declare draft: string;
  declare hot: readonly string[];
  declare reading: Reading | null;
  /** Whether the question before starting over is open. */
  declare isAsking: boolean;

  private client!: HallChatClient;
  private conversation: Conversation | null = null;
  private memory!: SessionMemory;
  /** What was shown last, to see when there is something new. */
  private drawn = '';
  private beforeReading: HTMLElement | null = null;

  constructor() {
    super();
    this.base = '/hall/v1';
    this.lang = 'zh';
    this.heading = '';
    this.service = '';
    this.large = false;
    this.theme = 'light';
    this.remember = 'device';
    this.name = '';
    this.citationUrl = '';
    this.draft = '';
    this.hot = [];
    this.reading = null;
    this.isAsking = false;
  }

  /** Id of the conversation; null until it is open. */
  get session(): string | null {
    return this.conversation?.sessionId ?? null;
  }

  /** Says something in the citizen's name. */
  ask(text: string): void {
    this.conversation?.send({ type: 'text', text }, text);
  }

  /** Takes what a form beside the conversation was filled with; null clears a field. */
  fill(values: Record<string, unknown>): void {
    this.conversation?.send({ type: 'fill', values }, textsOf(this.language).formEdited, true);
  }

  /** Chooses what a quick reply would: `service:KEY`, `submit`, `person`… `label` is what the bubble shows. */
  choose(payload: string, label: string): void {
    this.conversation?.send({ type: 'choose', payload }, label);
  }

  /** Leaves the conversation and starts another. */
  restart(): void {
    this.isAsking = false;
    this.hot = [];
    void this.conversation?.restart(this.service || undefined).then(() => this.loadHot());
    this.focusInput();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    window.addEventListener('online', this.onWake);
    document.addEventListener('visibilitychange', this.onWake);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.onWake);
    document.removeEventListener('visibilitychange', this.onWake);
    this.conversation?.stop();
    this.conversation = null;
  }

  /** Taken out of the page there is no conversation to show; put back, it goes on. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (!this.conversation) this.connect();
    else if (changed.has('base') || changed.has('remember') || changed.has('name')) {
      this.conversation?.stop();
      this.connect();
    }
  }

  protected override render(): TemplateResult {
    const { conversation, language } = this;
    const texts = textsOf(language);
    const { entries, partial, state } = conversation!;
    const latest = entries.findLastIndex(({ from }) => from === 'assistant');
    const isWaiting = conversation!.queued > 0;
    const view = this.viewOf(true);
    const quick = !isWaiting && latest === entries.length - 1 ? quickReplies(entries[latest]) : [];
    const hasSpoken = entries.some(({ from }) => from === 'citizen');
    const isOpen = conversation!.connection === 'open' || conversation!.connection === 'lost';
    return html`<section class="frame" aria-label=${this.heading || texts.heading} ?inert=${this.reading !== null}>
        ${headOf({ heading: this.heading || texts.heading, texts, state, isLarge: this.large, isAsking: this.isAsking, onLarge: () => this.toggleLarge(), onPerson: () => view.choose('person', texts.person), onAsk: (isAsking) => (this.isAsking = isAsking), onRestart: () => this.restart() })}
        ${this.banner()}
        <div class="log" role="log" aria-live="polite" aria-label=${texts.log} tabindex="0">
          ${conversation!.isRenewed ? html`<p class="remark">${texts.renewed}</p>` : nothing}
          ${entries.map((entry, index) => this.entry(entry, index === latest && !isWaiting))}
          ${partial.length > 0 ? html`<div class="entry assistant">${partial.map((block: ReplyBlock) => drawBlock(block, this.viewOf(false)))}</div>` : nothing}
          ${isWaiting && partial.length === 0 && state?.mode === 'assistant' && conversation!.connection === 'open' ? html`<p class="remark" role="status">${texts.working}</p>` : nothing}
          ${quick.length > 0 ? html`<div class="chips quick">${quick.map(({ payload, label }) => html`<button type="button" class="chip" @click=${() => view.choose(payload, label)}>${label}</button>`)}</div>` : nothing}
          ${!hasSpoken && this.hot.length > 0
            ? html`<div class="hot">
                <h5>${texts.hot}</h5>
                <div class="chips" role="group" aria-label=${texts.hot}>${this.hot.map((question) => html`<button type="button" class="chip" @click=${() => this.ask(question)}>${question}</button>`)}</div>
              </div>`
            : nothing}
        </div>
        ${isOpen && state?.mode !== 'ended' ? html`<banshi-assistant-composer .view=${view} .placeholder=${state?.mode === 'clerk' ? texts.sayToClerk : texts.say} .isClerk=${state?.mode === 'clerk'} .text=${this.draft} .onText=${this.keepDraft}></banshi-assistant-composer>` : nothing}
      </section>
      ${this.reading ? html`<banshi-assistant-reader .view=${view} .reading=${this.reading} .onClose=${() => this.closeReader()}></banshi-assistant-reader>` : nothing}`;
  }

  protected override updated(): void {
    const { entries, partial, queued } = this.conversation!;
    // What can be answered is drawn once nothing is on its way any more.
    const drawn = `${entries.length} ${entries.at(-1)?.id} ${partial.length} ${queued}`;
    if (drawn !== this.drawn) void this.showNewest();
    this.drawn = drawn;
  }

  private get language(): Language {
    return this.lang.toLowerCase().startsWith('en') ? 'en' : 'zh';
  }

  private entry(entry: Entry, isLatest: boolean): TemplateResult {
    const texts = textsOf(this.language);
    const who = entry.from === 'citizen' ? texts.you : entry.from === 'clerk' ? (entry.by ? filled(texts.clerkNamed, { name: entry.by }) : texts.clerk) : texts.assistant;
    const view = this.viewOf(isLatest);
    return html`<div class="entry ${entry.from} ${entry.status}">
      <span class=${entry.from === 'clerk' ? 'by' : 'hidden'}>${who}</span>
      ${entry.text ? html`<p class="bubble">${entry.text}</p>` : nothing} ${entry.blocks.map((block) => drawBlock(block, view))}
      ${entry.status === 'refused' ? html`<p class="problem" role="alert">⚠ ${filled(texts.refused, { reason: entry.problem ?? '' })} <button type="button" class="link" @click=${() => this.conversation?.resend(entry)}>${texts.resend}</button></p>` : nothing}
    </div>`;
  }

  private banner(): TemplateResult {
    const texts = textsOf(this.language);
    const { connection, failure, state } = this.conversation!;
    const retry = (label: string) => html`<button type="button" class="link" @click=${() => this.conversation?.retry()}>${label}</button>`;
    const said =
      connection === 'opening'
        ? html`${texts.opening}`
        : connection === 'failed'
          ? html`⚠ ${filled(texts.failed, { reason: (failure?.status ? failure.message : '') || texts.noConnection })} ${retry(texts.tryAgain)}`
          : connection === 'lost'
            ? html`⚠ ${texts.lost} ${retry(texts.sendNow)}`
            : state?.mode === 'waiting'
              ? html`${texts.waiting} <button type="button" class="link" @click=${() => this.viewOf(true).choose('assistant', texts.notWaiting)}>${texts.notWaiting}</button>`
              : state?.mode === 'clerk'
                ? html`${texts.withClerk}`
                : state?.mode === 'ended'
                  ? html`${texts.ended} <button type="button" class="link" @click=${() => this.restart()}>${texts.restart}</button>`
                  : nothing;
    return html`<div class="banner ${connection} ${said === nothing ? 'hidden' : ''}" role="status">${said}</div>`;
  }

  private viewOf(isLatest: boolean): View {
    return {
      texts: textsOf(this.language),
      client: this.client,
      isLatest,
      choose: (payload, label) => {
        this.conversation?.send({ type: 'choose', payload }, label);
        this.focusInput();
      },
      ask: (text) => this.ask(text),
      fill: (values, said) => this.conversation?.send({ type: 'fill', values }, said),
      read: (policy, citation) => this.openReader({ policy, citation }),
      placeOf: (citation) => this.placeOf(citation),
    };
  }

  private connect(): void {
    const { base } = this;
    this.client = new HallChatClient({
      base: base.replace(/\/$/, ''),
      language: () => this.language,
      headers: () => this.headers?.() ?? {},
      fetch: (...call) => (this.fetcher ?? fetch)(...call),
    });
    this.memory = new SessionMemory(`banshi-assistant ${base} ${this.name}`.trim(), this.remember);
    this.draft = this.memory.draft;
    this.drawn = '';
    this.conversation = new Conversation(this.client, this.memory, {
      onChange: () => this.requestUpdate(),
      onState: (state) => this.tell('banshi-state', state),
      onTurn: (answer, said) => {
        this.tell('banshi-turn', { answer, said });
        for (const block of answer.reply.blocks) if (block.type === 'case') this.tell('banshi-submitted', { number: block.number, service: block.service });
      },
    });
    void this.conversation.start(this.service || undefined).then(() => this.loadHot());
  }

  private async loadHot(): Promise<void> {
    if (this.conversation?.connection !== 'open') return;
    // Without them one asks all the same.
    this.hot = await this.client.suggestions('').then(
      ({ hot }) => hot.slice(0, 6),
      () => [],
    );
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private placeOf({ policy, clause, start, end }: Citation): string | null {
    if (this.citationUrl === '') return null;
    return filled(this.citationUrl, { policy: encodeURIComponent(policy), clause: encodeURIComponent(clause), start, end });
  }

  private openReader(reading: Reading): void {
    this.beforeReading = this.renderRoot.querySelector<HTMLElement>(':focus') ?? (this.shadowRoot?.activeElement as HTMLElement | null);
    this.reading = reading;
  }

  private closeReader(): void {
    this.reading = null;
    void this.updateComplete.then(() => this.beforeReading?.focus());
  }

  private focusInput(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true }));
  }

  private readonly keepDraft = (text: string): void => {
    this.draft = text;
    this.memory.draft = text;
  };

  private toggleLarge(): void {
    this.large = !this.large;
  }

  private readonly onWake = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.conversation?.connection === 'lost') this.conversation.retry();
    else void this.conversation?.refresh();
  };

  /** The end of the conversation; the start of a reply that is longer than the window. */
  private async showNewest(): Promise<void> {
    await Promise.all([...this.renderRoot.querySelectorAll<LitElement>('banshi-assistant-field')].map((field) => field.updateComplete));
    const log = this.renderRoot.querySelector<HTMLElement>('.log');
    const last = [...(log?.querySelectorAll<HTMLElement>('.entry') ?? [])].at(-1);
    if (!log || !last) return;
    const tail = log.scrollHeight - last.offsetTop + log.offsetTop;
    log.scrollTop = tail > log.clientHeight ? last.offsetTop - log.offsetTop - 8 : log.scrollHeight;
  }
}

/** Values of the field that is asked for stand in its widget already. */
function quickReplies(entry: Entry | undefined): readonly QuickReply[] {
  if (!entry) return [];
  const hasWidget = entry.blocks.some(({ type }) => type === 'field');
  return entry.quickReplies.filter(({ payload }) => !hasWidget || !payload.startsWith('set:'));
}

define('banshi-assistant', BanshiAssistant);
