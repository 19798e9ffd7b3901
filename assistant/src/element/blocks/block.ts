import type { ReplyBlock } from '@banshi/dialog';
import { html, type TemplateResult } from 'lit';
import { filled } from '../../texts/texts.js';
import type { View } from '../view.js';
import '../widgets/field.element.js';
import { answerBlock } from './answer-block.js';
import { materialsBlock } from './materials-block.js';
import { summaryBlock } from './summary-block.js';

/** One part of a reply. Every word of it is text: markup in an answer is shown, never run. */
export function drawBlock(block: ReplyBlock, view: View): TemplateResult {
  switch (block.type) {
    case 'text':
      return html`<p class="bubble">${block.text}</p>`;
    case 'answer':
      return answerBlock(block.answer, view);
    case 'service':
      return serviceBlock(block, view);
    case 'materials':
      return materialsBlock(block, view);
    case 'field':
      // Once it is answered, the bubble with the answer says it all.
      return view.isLatest ? html`<banshi-assistant-field .widget=${block.widget} .view=${view}></banshi-assistant-field>` : html``;
    case 'summary':
      return summaryBlock(block, view);
    case 'case':
      return html`<div class="card case">
        <p class="good"><span aria-hidden="true">✓</span> ${view.texts.submitted} · ${block.title}</p>
        <p>${view.texts.caseNumber}</p>
        <p class="number">${block.number}</p>
      </div>`;
  }
}

function serviceBlock({ key, title, summary, online }: Extract<ReplyBlock, { type: 'service' }>, { texts, choose }: View): TemplateResult {
  return html`<div class="card service">
    <div class="row">
      <h4>${title}</h4>
      <span class="tag">${online ? texts.online : texts.counter}</span>
    </div>
    ${summary && html`<p class="muted">${summary}</p>`}
    <button type="button" class="secondary" aria-label=${filled('{apply} {title}', { apply: texts.apply, title })} @click=${() => choose(`service:${key}`, title)}>${texts.apply}</button>
  </div>`;
}
