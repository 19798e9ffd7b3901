import { html, nothing, type TemplateResult } from 'lit';
import type { ChatState } from '../client/chat.types.js';
import { filled, type Texts } from '../texts/texts.js';

interface HeadProps {
  heading: string;
  texts: Texts;
  state: ChatState | null;
  isLarge: boolean;
  isAsking: boolean;
  onLarge: () => void;
  onPerson: () => void;
  onAsk: (isAsking: boolean) => void;
  onRestart: () => void;
}

/** What is always there: a person one tap away, larger text, a new start, and how far the form is. */
export function headOf({ heading, texts, state, isLarge, isAsking, onLarge, onPerson, onAsk, onRestart }: HeadProps): TemplateResult {
  const { filled: done, required } = state?.progress ?? { filled: 0, required: 0 };
  const said = filled(texts.progress, { filled: done, required });
  return html`<header class="head">
      <h3>${heading}</h3>
      <div class="tools">
        <button type="button" class="tool" aria-pressed=${isLarge ? 'true' : 'false'} @click=${onLarge}>${texts.larger}</button>
        ${state?.mode === 'assistant' ? html`<button type="button" class="tool" @click=${onPerson}>${texts.person}</button>` : nothing}
        <button type="button" class="tool" aria-expanded=${isAsking ? 'true' : 'false'} @click=${() => onAsk(!isAsking)}>${texts.restart}</button>
      </div>
    </header>
    ${isAsking
      ? html`<div class="banner" role="alertdialog" aria-label=${texts.restart}>
          ${texts.restartSure} <button type="button" class="link" @click=${onRestart}>${texts.yesRestart}</button> <button type="button" class="link" @click=${() => onAsk(false)}>${texts.cancel}</button>
        </div>`
      : nothing}
    ${state?.service && required > 0 ? html`<div class="progress"><progress max=${required} .value=${Math.min(done, required)} aria-label=${said}></progress><span aria-hidden="true">${said}</span></div>` : nothing}`;
}
