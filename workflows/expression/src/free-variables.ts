import type { Expression, Iterator, Node } from './syntax.js';

/**
 * The paths that the expression reads from its variables, without duplicates, in the order of reading:
 * `form.age >= 18 and reviewResult = "ok"` gives [['form','age'], ['reviewResult']].
 * Names bound by for, some, every, a function or an earlier context entry, and `item` in a filter, are not variables.
 */
export function freeVariables(expression: Expression): string[][] {
  const found = new Map<string, string[]>();
  const add = (path: string[]) => found.set(JSON.stringify(path), path);

  const visit = (node: Node, locals: ReadonlySet<string>): void => {
    const path = pathOf(node);
    if (path) {
      if (!locals.has(path[0] ?? '')) add(path);
      return;
    }
    switch (node.kind) {
      case 'for':
        return visit(node.body, bind(node.iterators, locals));
      case 'quantified':
        return visit(node.condition, bind(node.iterators, locals));
      case 'function':
        return visit(node.body, new Set([...locals, ...node.parameters]));
      case 'filter':
        visit(node.target, locals);
        return visit(node.filter, node.isPredicate ? new Set([...locals, 'item']) : locals);
      case 'context': {
        const inner = new Set(locals);
        for (const { key, value } of node.entries) {
          visit(value, inner);
          inner.add(key);
        }
        return;
      }
      default:
        for (const child of childrenOf(node)) visit(child, locals);
    }
  };
  const bind = (iterators: Iterator[], locals: ReadonlySet<string>) => {
    const inner = new Set(locals);
    for (const { name, list, end } of iterators) {
      visit(list, inner);
      if (end) visit(end, inner);
      inner.add(name);
    }
    return inner;
  };
  visit(expression.root, new Set());
  return [...found.values()];
}

/** ['form','age'] for form.age; null for anything that is not a name with fields. */
export function pathOf(node: Node): string[] | null {
  if (node.kind === 'name') return [node.name];
  if (node.kind !== 'path') return null;
  const target = pathOf(node.target);
  return target && [...target, node.name];
}

/** The direct parts of a node that binds no names. */
function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'path':
      return [node.target];
    case 'negation':
      return [node.operand];
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right];
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests.flatMap((test) => (test.kind === 'interval' ? [test.low, test.high] : [test.value]))];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'list':
      return node.items;
    case 'call':
      return node.args.map(({ value }) => value);
    case 'instance':
      return [node.value];
    default:
      return [];
  }
}
