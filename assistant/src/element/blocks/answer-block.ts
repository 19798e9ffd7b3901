import type { Answer, AnswerSection, Citation } from '@banshi/dialog';
import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '../../texts/texts.js';
import type { View } from '../view.js';

/** An answer with what it rests on: each clause unfolds to its words and leads to its place. */
export function answerBlock(answer: Answer, view: View): TemplateResult {
  const { texts } = view;
  const { citations, conflict } = answer;
  return html`<div class="card answer">
    ${answer.text && html`<p class="lead">${answer.text}</p>`} ${answer.sections.filter((section) => !isRepeated(section, answer.text)).map(sectionOf)}
    ${answer.isPhrased ? html`<p class="muted small">${texts.phrased}</p>` : nothing}
    ${conflict
      ? html`<div class="notice" role="note">
          <b>${texts.conflict}</b>
          <p>${conflict.reason}</p>
        </div>`
      : nothing}
    ${citations.length > 0 ? html`<h5>${texts.sources}</h5>${citations.map((citation, index) => citationOf(citation, view, index === 0 || (conflict?.citations.includes(index) ?? false)))}` : nothing}
    ${relatedOf(answer, view)}
  </div>`;
}

const isRepeated = ({ lines }: AnswerSection, text: string) => lines.length === 1 && lines[0] === text;

function sectionOf({ part, title, lines }: AnswerSection): TemplateResult {
  return html`<section>
    ${title && html`<h5>${title}</h5>`}
    ${lines.length === 1
      ? html`<p>${lines[0]}</p>`
      : part === 'steps'
        ? html`<ol>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ol>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`}
  </section>`;
}

function citationOf(citation: Citation, { texts, placeOf, read }: View, isOpen: boolean): TemplateResult {
  const { title, label, issuer, number, state, path, successor } = citation;
  const place = placeOf(citation);
  return html`<details class="citation" ?open=${isOpen}>
    <summary>《${title}》${label}${state === 'effective' ? nothing : html` <span class="tag ${state === 'expired' ? 'bad' : ''}">${texts[`validity_${state}`]}</span>`}</summary>
    ${path.length > 0 ? html`<p class="muted small">${path.join(' › ')}</p>` : nothing}
    <blockquote>${quoteOf(citation)}</blockquote>
    <p class="muted small">${[issuer, number, state === 'effective' ? texts.validity_effective : ''].filter(Boolean).join(' · ')}</p>
    ${successor ? html`<p class="small">${filled(texts.replacedBy, { title: successor.title })}</p>` : nothing}
    ${place
      ? html`<a href=${place} target="_blank" rel="noopener" aria-label="${texts.place} 《${title}》${label}">${texts.place}</a>`
      : html`<button type="button" class="link" aria-label="${texts.place} 《${title}》${label}" @click=${() => read(citation.policy, citation)}>${texts.place}</button>`}
  </details>`;
}

/** The quoted words, those that answer marked. Marks are places in the document, as the quotation’s own start is. */
function quoteOf({ quote, start, marks }: Citation): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [from, to] of marks.map(([a, b]) => [a - start, b - start] as const).filter(([a, b]) => a >= 0 && b <= quote.length && a < b).sort(([a], [b]) => a - b)) {
    if (from < at) continue;
    parts.push(quote.slice(at, from), html`<mark>${quote.slice(from, to)}</mark>`);
    at = to;
  }
  return [...parts, quote.slice(at)];
}

function relatedOf({ related }: Answer, { texts, choose, ask, read, isLatest }: View) {
  if (related.length === 0 || !isLatest) return nothing;
  const go = ({ kind, key, title }: Answer['related'][number]) => (kind === 'service' ? choose(`service:${key}`, title) : kind === 'policy' ? read(key, null) : ask(title));
  return html`<h5>${texts.related}</h5>
    <div class="chips" role="group" aria-label=${texts.related}>${related.map((one) => html`<button type="button" class="chip" @click=${() => go(one)}>${one.kind === 'policy' ? `《${one.title}》` : one.title}</button>`)}</div>`;
}
