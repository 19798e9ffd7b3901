export interface LineProblem {
  /** 1 for the first line. */
  line: number;
  message: string;
}

/** Where and why a text is no JSON; null when it is. Engines say the place in different ways. */
export function syntaxProblem(text: string, cause: unknown): LineProblem {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  // An end that comes too soon has no position.
  return { line: line ? Number(line) : lineAt(text, position ? Number(position) : text.length), message };
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** The line on which the value at a JSON Pointer begins; that of its nearest ancestor where it is absent. */
export function lineOfPointer(text: string, pointer: string): number {
  const starts = valueStarts(text);
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const start = starts.get(at);
    if (start !== undefined) return lineAt(text, start);
  }
  return 1;
}

/** Where each value of a valid JSON text begins, by pointer. */
function valueStarts(text: string): Map<string, number> {
  const starts = new Map<string, number>();
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  const stack: { path: string; index: number; key: string | null; isList: boolean }[] = [];
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    const top = stack.at(-1);
    if (word === '}' || word === ']') stack.pop();
    else if (word === ',') {
      if (top?.isList) top.index++;
      else if (top) top.key = null;
    } else if (word === ':') continue;
    else if (top && !top.isList && top.key === null) {
      top.key = String(JSON.parse(word)).replaceAll('~', '~0').replaceAll('/', '~1');
      // The line of a member is that of its name.
      starts.set(`${top.path}/${top.key}`, match.index);
    } else {
      const path = top ? `${top.path}/${top.isList ? top.index : top.key}` : '';
      if (!starts.has(path)) starts.set(path, match.index);
      if (word === '{' || word === '[') stack.push({ path, index: 0, key: null, isList: word === '[' });
    }
  }
  return starts;
}
