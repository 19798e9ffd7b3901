import type { FieldWidget } from '@banshi/dialog';
import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../texts/texts.js';
import { fenOf, readNumber, yuanOf } from './field-values.js';

export interface ControlProps {
  widget: FieldWidget;
  value: unknown;
  /** Id of the control, which the label points to. */
  id: string;
  /** Ids of what describes it: hint and error. */
  describedBy: string;
  isInvalid: boolean;
  texts: Texts;
  /** undefined for an empty control; what is no number comes as it was typed. */
  onInput: (value: unknown) => void;
  /** Chosen, and nothing more to say: buttons of choices. */
  onDone: (value: unknown) => void;
}

/** Up to so many choices stand side by side; more go into a list. */
export const buttonLimit = 6;
const digits = new Set(['mobile', 'phone', 'bank-card']);

/** Whether a tap on a choice is the whole answer. */
export const isAnsweredByTap = ({ type, options }: FieldWidget): boolean => type === 'boolean' || (type === 'choice' && options.length <= buttonLimit);

/** The control of one value, by its type. Files, divisions and tables have elements of their own. */
export function drawControl(props: ControlProps): TemplateResult {
  const { widget, value, id, describedBy, isInvalid, texts, onInput } = props;
  const invalid = isInvalid ? 'true' : 'false';
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  switch (widget.type) {
    case 'boolean':
    case 'choice':
      return isAnsweredByTap(widget) ? choiceButtons(props) : choiceList(props);
    case 'multi-choice':
      return checkboxes(props);
    case 'textarea':
      return html`<textarea id=${id} rows="3" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${String(value ?? '')} @input=${(event: Event) => onInput(typed(event) || undefined)}></textarea>`;
    case 'date':
      return html`<input id=${id} type="date" max="9999-12-31" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${String(value ?? '')} @input=${(event: Event) => onInput(typed(event) || undefined)} />`;
    case 'money':
      return html`<span class="unit"><input id=${id} inputmode="decimal" autocomplete="off" aria-describedby=${describedBy} aria-invalid=${invalid} .defaultValue=${yuanOf(value)} @input=${(event: Event) => onInput(numberOr(fenOf(typed(event)), typed(event)))} /> ${texts.yuan}</span>`;
    case 'number':
    case 'integer':
      return html`<input id=${id} inputmode="decimal" autocomplete="off" aria-describedby=${describedBy} aria-invalid=${invalid} .defaultValue=${String(value ?? '')} @input=${(event: Event) => onInput(numberOr(readNumber(typed(event)), typed(event)))} />`;
    default:
      return html`<input id=${id} inputmode=${digits.has(widget.type) ? 'numeric' : 'text'} autocomplete="off" aria-describedby=${describedBy} aria-invalid=${invalid} .value=${String(value ?? '')} @input=${(event: Event) => onInput(typed(event).trim() || undefined)} />`;
  }
}

const numberOr = (read: number | null | undefined, text: string): unknown => (read === null ? text : read);

const choicesOf = ({ widget, texts }: ControlProps): { value: unknown; title: string }[] =>
  widget.type === 'boolean'
    ? [
        { value: true, title: texts.yes },
        { value: false, title: texts.no },
      ]
    : widget.options;

function choiceButtons(props: ControlProps): TemplateResult {
  return html`<div class="chips" role="group" aria-labelledby="${props.id}-label" aria-describedby=${props.describedBy}>
    ${choicesOf(props).map(({ value, title }) => html`<button type="button" class="chip" aria-pressed=${props.value === value ? 'true' : 'false'} @click=${() => props.onDone(value)}>${title}</button>`)}
  </div>`;
}

function choiceList({ widget, value, id, describedBy, isInvalid, texts, onInput }: ControlProps): TemplateResult {
  return html`<select id=${id} aria-describedby=${describedBy} aria-invalid=${isInvalid ? 'true' : 'false'} @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value || undefined)}>
    <option value="">${texts.choose}</option>
    ${widget.options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.title}</option>`)}
  </select>`;
}

function checkboxes({ widget, value, id, describedBy, onInput }: ControlProps): TemplateResult {
  const chosen = new Set(Array.isArray(value) ? (value as unknown[]) : []);
  const toggle = (one: string, isOn: boolean) => {
    const next = widget.options.map((option) => option.value).filter((other) => (other === one ? isOn : chosen.has(other)));
    onInput(next.length > 0 ? next : undefined);
  };
  return html`<div role="group" aria-labelledby="${id}-label" aria-describedby=${describedBy}>
    ${widget.options.map((option) => html`<label class="check"><input type="checkbox" .checked=${chosen.has(option.value)} @change=${(event: Event) => toggle(option.value, (event.target as HTMLInputElement).checked)} /> ${option.title}</label>`)}
  </div>`;
}
