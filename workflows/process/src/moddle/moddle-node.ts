/** What this package relies on of a moddle element; the property names are those of the BPMN 2.0 meta-model. */
export interface ModdleNode {
  readonly $type: string;
  readonly $parent?: ModdleNode;
  id?: string;
  name?: string;
  get(property: string): unknown;
  $instanceOf?(type: string): boolean;
}

export function textOf(node: ModdleNode, property: string): string | null {
  const value = node.get(property);
  return typeof value === 'string' ? value : null;
}

export function nodeOf(node: ModdleNode, property: string): ModdleNode | null {
  const value = node.get(property);
  return isNode(value) ? value : null;
}

export function nodesOf(node: ModdleNode, property: string): ModdleNode[] {
  const value = node.get(property);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** False for generic elements (unknown namespaces), which belong to no type. */
export function isOfType(node: ModdleNode, type: string): boolean {
  return node.$instanceOf?.(type) ?? false;
}

export function extensionsOf(node: ModdleNode): ModdleNode[] {
  const extensions = nodeOf(node, 'extensionElements');
  return extensions ? nodesOf(extensions, 'values') : [];
}

function isNode(value: unknown): value is ModdleNode {
  return typeof value === 'object' && value !== null && typeof (value as ModdleNode).$type === 'string' && typeof (value as ModdleNode).get === 'function';
}
