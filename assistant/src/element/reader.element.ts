import type { Citation } from '@banshi/dialog';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ChatError } from '../client/chat-error.js';
import type { PolicyDocument } from '../client/chat.types.js';
import { filled } from '../texts/texts.js';
import type { View } from './view.js';
import { define, LightElement } from './widgets/light-element.js';

/** What is read: a document, opened at the place of a citation where there is one. */
export interface Reading {
  policy: string;
  citation: Citation | null;
}

/** A policy document over the conversation, scrolled to the quoted place. */
export class ReaderElement extends LightElement {
  static override properties = { view: { attribute: false }, reading: { attribute: false }, onClose: { attribute: false }, document: { state: true }, problem: { state: true } };
  declare view: View;
  declare reading: Reading;
  declare onClose: () => void;
  declare document: PolicyDocument | null;
  declare problem: string | null;

  constructor() {
    super();
    this.document = null;
    this.problem = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reading')) void this.load();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.reader-close')?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('document') && this.document) this.querySelector('.place')?.scrollIntoView({ block: 'center' });
  }

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const { document, problem, reading } = this;
    const title = document?.title ?? reading.citation?.title ?? '';
    return html`<div class="reader" role="dialog" aria-modal="true" aria-label=${title || texts.place} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.onClose()}>
      <header class="row">
        <h3 class="grow">${title && `《${title}》`}${reading.citation?.label ?? ''}</h3>
        <button type="button" class="secondary reader-close" @click=${() => this.onClose()}>${texts.close}</button>
      </header>
      <div class="reader-text" tabindex="0" role="region" aria-label=${title || texts.place}>${problem !== null ? html`<p class="problem" role="alert">${filled(texts.failed, { reason: problem })}</p>` : document ? textOf(document, reading.citation) : html`<p class="muted" role="status">${texts.loading}</p>`}</div>
    </div>`;
  }

  private async load(): Promise<void> {
    this.document = null;
    this.problem = null;
    try {
      this.document = await this.view.client.policy(this.reading.policy);
    } catch (error) {
      this.problem = error instanceof ChatError && error.message && error.status > 0 ? error.message : this.view.texts.noConnection;
    }
  }
}

/** The text with the quoted place marked: the quotation inside its clause, or the clause where the words have changed. */
function textOf({ text, clauses }: PolicyDocument, citation: Citation | null): TemplateResult {
  if (!citation) return html`<p class="verbatim">${text}</p>`;
  const letters = [...text];
  const clause = clauses.find(({ id }) => id === citation.clause);
  const before = clause ? letters.slice(0, clause.start).join('').length : 0;
  const end = clause ? letters.slice(0, clause.end).join('').length : text.length;
  const found = text.indexOf(citation.quote, before);
  const [from, to] = found >= 0 ? [found, found + citation.quote.length] : clause ? [before, end] : [0, 0];
  return html`<p class="verbatim">${text.slice(0, from)}<mark class="place">${text.slice(from, to)}</mark>${text.slice(to)}</p>`;
}

define('banshi-assistant-reader', ReaderElement);
