/** What the editor relies on of a moddle element; the property names are those of the BPMN 2.0 meta-model. */
export interface ModdleElement {
  readonly $type: string;
  $parent?: ModdleElement;
  id?: string;
  name?: string;
  get(property: string): unknown;
}

export interface Moddle {
  create(type: string, attributes: Record<string, unknown>): ModdleElement;
}

/** A shape or connection on the canvas. */
export interface DiagramElement {
  id: string;
  type: string;
  businessObject: ModdleElement;
  parent?: DiagramElement;
  /** A label stands beside its element and names it here. */
  labelTarget?: DiagramElement;
}
