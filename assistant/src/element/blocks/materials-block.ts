import type { ReplyBlock } from '@banshi/dialog';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.js';

const signs = { there: '✓', missing: '○', unknown: '·' } as const;

/** What this citizen must bring, and what is already there. */
export function materialsBlock({ items }: Extract<ReplyBlock, { type: 'materials' }>, { texts }: View): TemplateResult {
  return html`<div class="card">
    <h4>${texts.materials}</h4>
    <ul class="plain">
      ${items.map(
        ({ name, note, necessity, state }) => html`<li class="material ${state}">
          <span class="sign" aria-hidden="true">${signs[state]}</span>
          <span>${name}${note ? html`<br /><span class="muted small">${note}</span>` : nothing}</span>
          <span class="muted small">${texts[`necessity_${necessity}`]} · ${texts[`material_${state}`]}</span>
        </li>`,
      )}
    </ul>
  </div>`;
}
