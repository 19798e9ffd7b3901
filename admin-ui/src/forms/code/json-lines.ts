export interface LineProblem {
  /** 1 for the first line. */
  line: number;
  message: string;
}

/** What should stand where a text stops being JSON. */
export type Expected = 'value' | 'name' | 'colon' | 'comma' | 'end';

const literal = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON and what should stand there; null when it is JSON. Engines word this each in their own way
 * and often without a place, so it is found here.
 */
export function syntaxProblem(text: string): { line: number; expected: Expected } | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  /** A list or an object may end here although nothing stands in it yet. */
  let mayEnd = false;
  for (let at = 0; ; ) {
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    const letter = text[at];
    if (letter === undefined) return expected === 'end' ? null : { line: lineAt(text, at), expected };
    const closes = (letter === '}' && open.at(-1) === '{') || (letter === ']' && open.at(-1) === '[');
    literal.lastIndex = at;
    const word = literal.exec(text)?.[0];
    if (closes && (mayEnd || expected === 'comma')) {
      open.pop();
      expected = open.length > 0 ? 'comma' : 'end';
      mayEnd = false;
      at++;
    } else if (expected === 'comma' && letter === ',') {
      expected = open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (expected === 'colon' && letter === ':') {
      expected = 'value';
      at++;
    } else if (expected === 'name' && letter === '"' && word) {
      expected = 'colon';
      mayEnd = false;
      at += word.length;
    } else if (expected === 'value' && (letter === '{' || letter === '[')) {
      open.push(letter);
      expected = letter === '{' ? 'name' : 'value';
      mayEnd = true;
      at++;
    } else if (expected === 'value' && word) {
      expected = open.length > 0 ? 'comma' : 'end';
      mayEnd = false;
      at += word.length;
    } else return { line: lineAt(text, at), expected };
  }
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
