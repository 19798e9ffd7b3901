import type { FieldWidget } from '@banshi/dialog';
import { html, type TemplateResult } from 'lit';
import { ChatError } from '../../client/chat-error.js';
import type { UploadedFile } from '../../client/chat.types.js';
import { filled } from '../../texts/texts.js';
import type { View } from '../view.js';
import { formatBytes } from './field-values.js';
import { define, LightElement } from './light-element.js';

const typesText = (types: readonly string[]) => types.map((type) => type.split('/')[1]?.toUpperCase() ?? type).join('、');

/** Files of a field. Kind and size are looked at before anything is sent. */
export class FilesElement extends LightElement {
  static override properties = { view: { attribute: false }, widget: { attribute: false }, value: { attribute: false }, labelledBy: { attribute: false }, onChange: { attribute: false }, busy: { state: true }, problem: { state: true } };
  declare view: View;
  declare widget: FieldWidget;
  declare value: UploadedFile[] | undefined;
  declare labelledBy: string;
  declare onChange: (files: UploadedFile[] | undefined) => void;
  declare busy: string | null;
  declare problem: string | null;

  constructor() {
    super();
    this.busy = null;
    this.problem = null;
  }

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const { mediaTypes = [], maxBytes = null, maxItems = null } = this.widget.upload ?? {};
    const files = this.value ?? [];
    return html`<div class="stack" role="group" aria-labelledby=${this.labelledBy}>
      <ul class="plain">
        ${files.map(
          (file, index) => html`<li class="row">
            <span class="grow">${file.name} <span class="muted small">${formatBytes(file.size)}</span></span>
            <button type="button" class="link" aria-label=${filled(texts.removeNamed, { name: file.name })} @click=${() => this.set(files.toSpliced(index, 1))}>${texts.remove}</button>
          </li>`,
        )}
      </ul>
      <input type="file" hidden ?multiple=${maxItems !== 1} accept=${mediaTypes.join(',')} aria-label=${this.widget.title} @change=${(event: Event) => this.chosen(event)} />
      <button type="button" class="secondary" ?disabled=${this.busy !== null || (maxItems !== null && files.length >= maxItems)} @click=${() => this.querySelector<HTMLInputElement>('input[type=file]')?.click()}>
        ${this.busy ? filled(texts.uploading, { name: this.busy }) : texts.upload}
      </button>
      ${mediaTypes.length > 0 && maxBytes !== null ? html`<p class="muted small">${filled(texts.uploadLimits, { types: typesText(mediaTypes), max: formatBytes(maxBytes) })}</p>` : ''}
      <p class="problem" role="alert">${this.problem ?? ''}</p>
    </div>`;
  }

  private set(files: UploadedFile[]): void {
    this.onChange(files.length > 0 ? files : undefined);
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was removed.
    input.value = '';
    void this.add(files);
  }

  private async add(chosen: File[]): Promise<void> {
    this.problem = null;
    let files = this.value ?? [];
    for (const file of chosen) {
      const problem = this.problemOf(file, files.length);
      if (problem !== null) {
        this.problem = problem;
        continue;
      }
      this.busy = file.name;
      try {
        files = [...files, await this.view.client.upload(file)];
        this.set(files);
      } catch (error) {
        this.problem = error instanceof ChatError && error.message && error.status > 0 ? error.message : this.view.texts.noConnection;
      }
    }
    this.busy = null;
  }

  private problemOf(file: File, count: number): string | null {
    const { texts } = this.view;
    const { mediaTypes = [], maxBytes = null, maxItems = null } = this.widget.upload ?? {};
    if (maxItems !== null && count >= maxItems) return filled(texts.tooMany, { max: maxItems });
    if (mediaTypes.length > 0 && !mediaTypes.includes(file.type)) return filled(texts.wrongType, { name: file.name, types: typesText(mediaTypes) });
    if (maxBytes !== null && file.size > maxBytes) return filled(texts.tooLarge, { name: file.name, max: formatBytes(maxBytes) });
    return null;
  }
}

define('banshi-assistant-files', FilesElement);
