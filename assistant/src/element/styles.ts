import { css } from 'lit';

/**
 * Adopted as a constructed sheet, which a strict content security policy allows. Colours may be set from outside by
 * `--banshi-*`; their contrast is at least 4.5 : 1 in both themes. Sizes are in em, so that large text enlarges all.
 */
export const styles = css`
  :host {
    --accent: var(--banshi-accent, #1d5bd1);
    --on-accent: var(--banshi-on-accent, #ffffff);
    --wash: var(--banshi-wash, #eaf1fd);
    --canvas: var(--banshi-canvas, #f7f8fa);
    --sheet: var(--banshi-sheet, #ffffff);
    --line: var(--banshi-line, #e2e6ec);
    --control: var(--banshi-control, #8a94a3);
    --text: var(--banshi-text, #1c2430);
    --muted: var(--banshi-muted, #5b6676);
    --good: #1a7f46;
    --bad: #c6302b;
    --notice: #fff5e0;
    --mark: #fff0b8;
    display: block;
    position: relative;
    height: 100%;
    min-height: 20em;
    overflow: hidden;
    color: var(--text);
    background: var(--canvas);
    font: 15px/1.6 var(--banshi-font, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='dark']) {
    --accent: var(--banshi-accent, #7fabff);
    --on-accent: var(--banshi-on-accent, #0d1b33);
    --wash: var(--banshi-wash, #1f3050);
    --canvas: var(--banshi-canvas, #12161c);
    --sheet: var(--banshi-sheet, #1a1f27);
    --line: var(--banshi-line, #303946);
    --control: var(--banshi-control, #76828f);
    --text: var(--banshi-text, #e6eaf0);
    --muted: var(--banshi-muted, #9ba7b7);
    --good: #5fc98c;
    --bad: #ff8a80;
    --notice: #33290f;
    --mark: #57480f;
    color-scheme: dark;
  }
  :host([large]) {
    font-size: 20px;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h3,
  h4,
  h5,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
  }
  h3,
  h4 {
    font-size: 1em;
    font-weight: 600;
  }
  h5 {
    font-size: 0.87em;
    font-weight: 600;
    color: var(--muted);
    margin-top: 0.8em;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .frame {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .head {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0.2em 0.6em;
    padding: 0.4em 0.8em;
    background: var(--sheet);
    border-bottom: 1px solid var(--line);
  }
  .head h3 {
    flex: 1;
    min-width: 5em;
  }
  .tools {
    display: flex;
    gap: 0.1em;
  }
  .tool,
  .link {
    border: 0;
    background: none;
    color: var(--accent);
    cursor: pointer;
    min-height: 32px;
    padding: 0 0.45em;
    font-size: 0.87em;
    border-radius: 6px;
  }
  .link {
    padding: 0 0.2em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .tool[aria-pressed='true'] {
    background: var(--wash);
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.25em 0.8em;
    font-size: 0.8em;
    color: var(--muted);
    background: var(--sheet);
    border-bottom: 1px solid var(--line);
  }
  progress {
    flex: 1;
    height: 6px;
    appearance: none;
    border: 0;
    border-radius: 3px;
    background: var(--line);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .banner {
    padding: 0.4em 0.8em;
    font-size: 0.87em;
    background: var(--wash);
    border-bottom: 1px solid var(--line);
  }
  .banner.lost,
  .banner.failed {
    background: var(--notice);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  .log {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.9em 0.8em;
    display: flex;
    flex-direction: column;
    gap: 0.8em;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .entry {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    align-items: flex-start;
    max-width: min(94%, 44em);
  }
  .entry.assistant {
    width: min(94%, 44em);
  }
  .entry.citizen {
    align-self: flex-end;
    align-items: flex-end;
    max-width: 86%;
  }
  .bubble {
    padding: 0.5em 0.8em;
    border-radius: 3px 12px 12px 12px;
    background: var(--sheet);
    border: 1px solid var(--line);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .citizen .bubble {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    border-radius: 12px 3px 12px 12px;
  }
  .citizen.queued .bubble {
    opacity: 0.75;
  }
  .citizen.refused .bubble {
    background: var(--sheet);
    border-color: var(--bad);
    color: var(--text);
  }
  .clerk .bubble {
    background: var(--wash);
  }
  .by,
  .remark,
  .muted {
    color: var(--muted);
  }
  .by,
  .remark,
  .small {
    font-size: 0.87em;
  }
  .remark {
    align-self: center;
    text-align: center;
  }
  .card {
    width: 100%;
    padding: 0.8em;
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  .card p,
  .card li {
    white-space: pre-line;
  }
  .card section ul,
  .card section ol {
    padding-inline-start: 1.4em;
  }
  .lead {
    font-weight: 600;
  }
  .notice {
    background: var(--notice);
    border-radius: 6px;
    padding: 0.5em 0.7em;
    margin-top: 0.6em;
    font-size: 0.93em;
  }
  .citation {
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 0.7em;
    margin-top: 0.5em;
  }
  .citation[open] {
    border-color: var(--accent);
  }
  summary {
    cursor: pointer;
    min-height: 32px;
    padding: 0.2em 0;
    color: var(--accent);
  }
  blockquote,
  .verbatim {
    white-space: pre-wrap !important;
    overflow-wrap: anywhere;
  }
  mark {
    background: var(--mark);
    color: inherit;
    border-radius: 2px;
  }
  a {
    color: var(--accent);
    font-size: 0.87em;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .row h4,
  .grow {
    flex: 1;
    min-width: 0;
  }
  .tag {
    flex: none;
    font-size: 0.8em;
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 99px;
    color: var(--muted);
  }
  .tag.bad,
  .problem,
  div.bad .value {
    color: var(--bad);
  }
  .good {
    color: var(--good);
    font-weight: 600;
  }
  .case .number {
    font-size: 1.25em;
    font-weight: 600;
    user-select: all;
  }
  .problem {
    font-size: 0.87em;
  }
  .problem:empty,
  .muted:empty {
    display: none;
  }
  .plain {
    list-style: none;
  }
  .material {
    display: grid;
    grid-template-columns: 1.4em 1fr auto;
    gap: 0.3em;
    align-items: baseline;
    padding: 0.25em 0;
  }
  .material.there .sign {
    color: var(--good);
  }
  .material.missing .sign {
    color: var(--bad);
  }
  .summary > div {
    display: grid;
    grid-template-columns: minmax(4.5em, 30%) 1fr;
    gap: 0.5em;
    align-items: baseline;
    padding: 0.35em 0;
    border-bottom: 1px solid var(--line);
  }
  .summary > div:last-child {
    border-bottom: 0;
  }
  .summary dt {
    color: var(--muted);
  }
  .summary dd {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .hot .chips,
  h5 + .chips {
    margin-top: 0.4em;
  }
  .chip,
  .primary,
  .secondary {
    min-height: 40px;
    padding: 0.25em 0.9em;
    border-radius: 99px;
    border: 1px solid var(--accent);
    background: var(--sheet);
    color: var(--accent);
    cursor: pointer;
    text-align: start;
  }
  .chip:hover,
  .secondary:hover {
    background: var(--wash);
  }
  .chip[aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .primary,
  .secondary {
    border-radius: 8px;
  }
  .primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  .card > .primary,
  .card > .secondary {
    margin-top: 0.6em;
  }
  button:disabled {
    background: var(--line);
    border-color: var(--line);
    color: var(--muted);
    cursor: default;
  }
  banshi-assistant-field,
  banshi-assistant-composer {
    display: block;
    width: 100%;
  }
  .label {
    display: block;
    font-weight: 600;
    margin-bottom: 0.3em;
  }
  .field input:not([type='checkbox'], [type='file']),
  .field select,
  .field textarea,
  .composer textarea {
    width: 100%;
    min-height: 42px;
    padding: 0.4em 0.6em;
    border: 1px solid var(--control);
    border-radius: 8px;
    background: var(--sheet);
    /* Smaller text makes phones zoom into the field. */
    font-size: max(1em, 16px);
  }
  .field [aria-invalid='true'] {
    border-color: var(--bad);
  }
  .unit {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 40px;
  }
  .check input {
    width: 1.2em;
    height: 1.2em;
    accent-color: var(--accent);
  }
  .stack {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }
  .stack > ul,
  .stack > fieldset,
  .stack > select {
    width: 100%;
  }
  fieldset {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 0.6em;
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .composer {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5em;
    align-items: end;
    padding: 0.6em 0.8em;
    background: var(--sheet);
    border-top: 1px solid var(--line);
  }
  .composer textarea {
    resize: none;
    max-height: 9em;
    line-height: 1.5;
  }
  .composer textarea::placeholder {
    white-space: nowrap;
    color: var(--muted);
    opacity: 1;
  }
  .composer .problem {
    grid-column: 1 / -1;
  }
  .send {
    min-height: 42px;
  }
  .matches {
    position: absolute;
    inset: auto 0.8em 100% 0.8em;
    margin: 0 0 0.3em;
    list-style: none;
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: 8px;
    box-shadow: 0 8px 24px rgb(16 24 40 / 14%);
    overflow: hidden;
    z-index: 1;
  }
  .matches li {
    padding: 0.5em 0.8em;
    cursor: pointer;
  }
  .matches li[aria-selected='true'],
  .matches li:hover {
    background: var(--wash);
  }
  .reader {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    background: var(--sheet);
    z-index: 2;
  }
  .reader header {
    padding: 0.5em 0.8em;
    border-bottom: 1px solid var(--line);
  }
  .reader-text {
    flex: 1;
    overflow-y: auto;
    padding: 0.8em;
  }
  @media (prefers-reduced-motion: no-preference) {
    .log {
      scroll-behavior: smooth;
    }
  }
`;
