import type { ReplyBlock } from '@banshi/dialog';
import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '../../texts/texts.js';
import type { View } from '../view.js';

/** Everything that was filled, to be looked over; each line can be changed and the rest stays. */
export function summaryBlock({ title, rows }: Extract<ReplyBlock, { type: 'summary' }>, { texts, choose, isLatest }: View): TemplateResult {
  return html`<div class="card">
    <h4>${title}</h4>
    <dl class="summary">
      ${rows.map(
        ({ field, title: name, display, source, error }) => html`<div class=${error ? 'bad' : ''}>
          <dt>${name}</dt>
          <dd>
            <span class="grow">
              <span class="value">${display || html`<span class="muted">${texts.notFilled}</span>`}</span>
              ${display ? html`<span class="muted small">${texts[`source_${source}`]}</span>` : nothing} ${error ? html`<br /><span class="problem">⚠ ${error}</span>` : nothing}
            </span>
            ${isLatest ? html`<button type="button" class="link" aria-label=${filled(texts.editField, { title: name })} @click=${() => choose(`edit:${field}`, filled(texts.editField, { title: name }))}>${texts.edit}</button>` : nothing}
          </dd>
        </div>`,
      )}
    </dl>
  </div>`;
}
