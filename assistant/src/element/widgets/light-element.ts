import { LitElement } from 'lit';

/** A part of the assistant that lives in the assistant's own shadow root, so that one style sheet dresses all. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** The page may hold two copies of this script; the first defines the element. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
