import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Division } from '../../client/chat.types.js';
import type { View } from '../view.js';
import { define, LightElement } from './light-element.js';

const levels = ['province', 'city', 'county'] as const;

/** The codes above a code and itself: 440106 lies in 4401 and in 44. */
const pathOf = (code: string): string[] => [...new Set([code.slice(0, 2), code.slice(0, 4), code.slice(0, 6)].filter((part) => part.length > 0 && !/^0*$/.test(part.slice(-2))).map((part) => part.padEnd(6, '0')))];

/** Province, city, county, one after the other; the value is the code of the last that was chosen. */
export class DivisionElement extends LightElement {
  static override properties = { view: { attribute: false }, value: { attribute: false }, labelledBy: { attribute: false }, onChange: { attribute: false }, lists: { state: true }, failed: { state: true } };
  declare view: View;
  declare value: string | undefined;
  declare labelledBy: string;
  declare onChange: (code: string | undefined) => void;
  /** Divisions under each code that was opened; '' for the provinces. */
  declare lists: ReadonlyMap<string, Division[]>;
  declare failed: boolean;
  private readonly asked = new Set<string>();

  constructor() {
    super();
    this.lists = new Map();
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') || changed.has('view')) for (const code of ['', ...pathOf(this.value ?? '')]) void this.load(code);
  }

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const path = pathOf(this.value ?? '');
    return html`<div class="stack" role="group" aria-labelledby=${this.labelledBy}>
      ${levels.map((level, index) => {
        const parent = index === 0 ? '' : path[index - 1];
        const list = parent === undefined ? undefined : this.lists.get(parent);
        if (!list || list.length === 0) return '';
        return html`<select aria-label=${texts[level]} @change=${(event: Event) => this.onChange((event.target as HTMLSelectElement).value || path[index - 1])}>
          <option value="">${texts.choose}</option>
          ${list.map(({ code, name }) => html`<option value=${code} ?selected=${code === path[index]}>${name}</option>`)}
        </select>`;
      })}
      ${this.failed ? html`<button type="button" class="link" @click=${() => this.again()}>${texts.tryAgain}</button>` : ''}
    </div>`;
  }

  private again(): void {
    this.failed = false;
    for (const code of ['', ...pathOf(this.value ?? '')]) void this.load(code);
  }

  private async load(code: string): Promise<void> {
    if (this.asked.has(code)) return;
    this.asked.add(code);
    try {
      const list = await this.view.client.divisions(code || undefined);
      this.lists = new Map([...this.lists, [code, list]]);
    } catch {
      this.asked.delete(code);
      this.failed = true;
    }
  }
}

define('banshi-assistant-division', DivisionElement);
