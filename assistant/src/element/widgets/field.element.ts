import type { FieldWidget } from '@banshi/dialog';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { View } from '../view.js';
import { drawControl, isAnsweredByTap } from './control.js';
import { displayOf } from './field-values.js';
import { define, LightElement } from './light-element.js';
import './division.element.js';
import './files.element.js';
import './rows.element.js';

let made = 0;

/** The field that is asked for, as something to fill in. It is the form's field: the value goes there and nowhere else. */
export class FieldElement extends LightElement {
  static override properties = { widget: { attribute: false }, view: { attribute: false }, value: { state: true }, problem: { state: true } };
  declare widget: FieldWidget;
  declare view: View;
  declare value: unknown;
  declare problem: string | null;
  private readonly uid = `banshi-f${(made += 1)}`;

  constructor() {
    super();
    this.problem = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('widget') && changed.get('widget')?.field !== this.widget.field) this.value = this.widget.value ?? undefined;
  }

  protected override render(): TemplateResult {
    const { widget, view, uid } = this;
    const { texts } = view;
    const isGroup = ['boolean', 'multi-choice', 'division', 'attachment', 'table'].includes(widget.type) || isAnsweredByTap(widget);
    const label = html`${widget.title}${widget.required ? nothing : html` <span class="muted small">${texts.optional}</span>`}`;
    return html`<form class="card field" novalidate aria-label=${widget.title} @submit=${(event: Event) => this.submit(event)}>
      ${isGroup ? html`<span class="label" id="${uid}-label">${label}</span>` : html`<label class="label" id="${uid}-label" for=${uid}>${label}</label>`} ${this.control()}
      <p id="${uid}-hint" class="muted small">${widget.hint ?? ''}</p>
      <p id="${uid}-problem" class="problem" role="alert">${this.problem ?? ''}</p>
      ${isAnsweredByTap(widget) ? nothing : html`<button type="submit" class="primary">${texts.ok}</button>`}
    </form>`;
  }

  private control(): TemplateResult {
    const { widget, view, value, uid } = this;
    const change = (next: unknown) => {
      this.value = next;
      this.problem = null;
    };
    switch (widget.type) {
      case 'division':
        return html`<banshi-assistant-division .view=${view} .value=${value} .labelledBy=${`${uid}-label`} .onChange=${change}></banshi-assistant-division>`;
      case 'attachment':
        return html`<banshi-assistant-files .view=${view} .widget=${widget} .value=${value} .labelledBy=${`${uid}-label`} .onChange=${change}></banshi-assistant-files>`;
      case 'table':
        return html`<banshi-assistant-rows .view=${view} .widget=${widget} .value=${value} .labelledBy=${`${uid}-label`} .onChange=${change}></banshi-assistant-rows>`;
      default:
        return drawControl({ widget, value, id: uid, describedBy: `${uid}-hint ${uid}-problem`, isInvalid: this.problem !== null, texts: view.texts, onInput: change, onDone: (next) => this.send(next) });
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const { widget, value, view } = this;
    const isNumber = ['number', 'integer', 'money'].includes(widget.type);
    if (isNumber && typeof value === 'string') {
      this.problem = view.texts.notNumber;
      return;
    }
    this.send(value);
  }

  private send(value: unknown): void {
    this.value = value;
    const { widget, view } = this;
    view.fill({ [widget.field]: value ?? null }, `${widget.title}：${displayOf(widget, value, view.texts)}`);
  }
}

define('banshi-assistant-field', FieldElement);
