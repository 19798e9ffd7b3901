import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '../texts/texts.js';
import type { View } from './view.js';
import { define, LightElement } from './widgets/light-element.js';

/** What the server takes in one turn. */
const maxLength = 5_000;
/** Longer texts are sentences to understand, not the start of a question to complete. */
const suggestLength = 20;
const suggestDelayMs = 180;

/** Where the citizen types. Suggestions follow the pattern of a combobox with a list (WAI-ARIA APG). */
export class ComposerElement extends LightElement {
  static override properties = { view: { attribute: false }, placeholder: { attribute: false }, text: { attribute: false }, isClerk: { attribute: false }, onText: { attribute: false }, offers: { state: true }, active: { state: true } };
  declare view: View;
  declare placeholder: string;
  declare text: string;
  /** A person reads: there is nothing to complete. */
  declare isClerk: boolean;
  declare onText: (text: string) => void;
  declare offers: readonly string[];
  declare active: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | null = null;
  private isComposing = false;

  constructor() {
    super();
    this.text = '';
    this.offers = [];
    this.active = -1;
    this.isClerk = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const count = [...this.text].length;
    const isTooLong = count > maxLength;
    const isOpen = this.offers.length > 0;
    return html`<form class="composer" @submit=${(event: Event) => this.submit(event)}>
      ${isOpen
        ? html`<ul id="banshi-matches" class="matches" role="listbox" aria-label=${texts.suggestions}>
            ${this.offers.map((match, index) => html`<li id="banshi-match-${index}" role="option" aria-selected=${index === this.active ? 'true' : 'false'} @pointerdown=${(event: Event) => this.take(event, match)}>${match}</li>`)}
          </ul>`
        : nothing}
      <textarea
        id="banshi-say"
        rows="1"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${isOpen ? 'banshi-matches' : nothing}
        aria-activedescendant=${this.active >= 0 ? `banshi-match-${this.active}` : nothing}
        aria-label=${this.placeholder}
        aria-describedby="banshi-too-long"
        placeholder=${this.placeholder}
        enterkeyhint="send"
        .value=${this.text}
        @input=${(event: Event) => this.typed((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
        @compositionstart=${() => (this.isComposing = true)}
        @compositionend=${() => (this.isComposing = false)}
        @blur=${() => this.close()}
      ></textarea>
      <button type="submit" class="primary send" ?disabled=${this.text.trim() === '' || isTooLong}>${texts.send}</button>
      <p id="banshi-too-long" class="problem" role="alert">${isTooLong ? filled(texts.tooLong, { max: maxLength, count }) : ''}</p>
    </form>`;
  }

  protected override updated(): void {
    const area = this.querySelector('textarea');
    if (!area) return;
    // Grows with what is typed; the style sheet says how far.
    area.rows = Math.min(5, Math.max(1, this.text.split('\n').length, Math.ceil([...this.text].length / 24)));
  }

  private typed(text: string): void {
    this.text = text;
    this.onText(text);
    clearTimeout(this.timer);
    this.asking?.abort();
    const q = text.trim();
    if (q === '' || this.isClerk || [...q].length > suggestLength) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.suggest(q), suggestDelayMs);
  }

  private async suggest(q: string): Promise<void> {
    const asking = (this.asking = new AbortController());
    try {
      const { matches } = await this.view.client.suggestions(q, asking.signal);
      if (asking.signal.aborted || this.text.trim() !== q) return;
      this.active = -1;
      this.offers = matches.filter((match) => match !== q).slice(0, 6);
    } catch {
      // Suggestions are a help; without them one types on.
      this.close();
    }
  }

  private key(event: KeyboardEvent): void {
    // Enter inside an input method takes a word.
    if (this.isComposing || event.isComposing) return;
    const { length } = this.offers;
    if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + length + (this.active < 0 && step < 0 ? 1 : 0)) % length;
    } else if (event.key === 'Escape' && length > 0) {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (this.active >= 0) this.send(this.offers[this.active]!);
      else this.submit(event);
    }
  }

  private take(event: Event, match: string): void {
    // Before the text field loses the focus, which would close the list.
    event.preventDefault();
    this.send(match);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (text !== '' && [...text].length <= maxLength) this.send(text);
  }

  private send(text: string): void {
    this.text = '';
    this.onText('');
    this.close();
    this.view.ask(text);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.offers = [];
    this.active = -1;
  }
}

define('banshi-assistant-composer', ComposerElement);
