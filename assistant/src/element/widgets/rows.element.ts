import type { FieldWidget } from '@banshi/dialog';
import { html, type TemplateResult } from 'lit';
import { filled } from '../../texts/texts.js';
import type { View } from '../view.js';
import { drawControl } from './control.js';
import { define, LightElement } from './light-element.js';

type Row = Record<string, unknown>;

/** The rows of a table, one below the other: on a phone there is no room for columns. */
export class RowsElement extends LightElement {
  static override properties = { view: { attribute: false }, widget: { attribute: false }, value: { attribute: false }, labelledBy: { attribute: false }, onChange: { attribute: false } };
  declare view: View;
  declare widget: FieldWidget;
  declare value: Row[] | undefined;
  declare labelledBy: string;
  declare onChange: (rows: Row[] | undefined) => void;

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const rows = this.value ?? [];
    return html`<div class="stack" role="group" aria-labelledby=${this.labelledBy}>
      ${rows.map(
        (row, index) => html`<fieldset>
          <legend>${filled(texts.row, { n: index + 1 })}</legend>
          ${this.widget.columns.map((column) => this.cell(rows, row, index, column))}
          <button type="button" class="link" aria-label=${filled(texts.removeNamed, { name: filled(texts.row, { n: index + 1 }) })} @click=${() => this.set(rows.toSpliced(index, 1))}>${texts.remove}</button>
        </fieldset>`,
      )}
      <button type="button" class="secondary" @click=${() => this.set([...rows, {}])}>${texts.addRow}</button>
    </div>`;
  }

  private cell(rows: Row[], row: Row, index: number, column: FieldWidget): TemplateResult {
    const id = `${this.labelledBy}-${index}-${column.field}`;
    const change = (value: unknown) => {
      const { [column.field]: _before, ...rest } = row;
      this.set(rows.toSpliced(index, 1, value === undefined ? rest : { ...rest, [column.field]: value }));
    };
    return html`<label class="label" id="${id}-label" for=${id}>${column.title}</label> ${drawControl({ widget: column, value: row[column.field], id, describedBy: '', isInvalid: false, texts: this.view.texts, onInput: change, onDone: change })}`;
  }

  private set(rows: Row[]): void {
    this.onChange(rows.length > 0 ? rows : undefined);
  }
}

define('banshi-assistant-rows', RowsElement);
