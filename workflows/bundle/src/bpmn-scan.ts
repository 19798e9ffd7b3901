/** One tag of a BPMN file with what it holds, as far as a comparison needs it. */
export interface ScannedNode {
  /** Name without its prefix. */
  name: string;
  prefix: string;
  attributes: Record<string, string>;
  children: ScannedNode[];
  text: string;
}

/** A drawn process has fewer than thirty levels. */
const maxDepth = 200;

/**
 * Reads the tags of an XML text in one pass, synchronously. It is no parser: it resolves no entity but the five that XML
 * defines, fetches nothing, and gives up (null) on what does not nest. Whether a diagram is valid is said by compiling
 * it; this serves references and differences, which must also work for diagrams that do not compile.
 */
export function scanBpmn(xml: string): ScannedNode | null {
  const root: ScannedNode = { name: '', prefix: '', attributes: {}, children: [], text: '' };
  const open: ScannedNode[] = [root];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const top = open[open.length - 1]!;
    top.text += decode(xml.slice(at, next < 0 ? xml.length : next));
    if (next < 0) break;
    const opaque = readOpaque(xml, next);
    if (opaque) {
      top.text += opaque.text;
      at = opaque.end;
      continue;
    }
    const end = endOfTag(xml, next);
    if (end < 0 || xml[next + 1] === '!') return null;
    const inside = xml.slice(next + 1, end);
    at = end + 1;
    if (inside.startsWith('/')) {
      const closed = open.pop()!;
      if (open.length === 0 || qualified(closed) !== inside.slice(1).trim()) return null;
    } else {
      const node = readTag(inside);
      top.children.push(node);
      if (!inside.endsWith('/') && open.push(node) > maxDepth) return null;
    }
  }
  return open.length === 1 ? root : null;
}

function qualified(node: ScannedNode): string {
  return node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
}

function readOpaque(xml: string, at: number): { end: number; text: string } | null {
  for (const [start, stop, isText] of [['<!--', '-->', false], ['<![CDATA[', ']]>', true], ['<?', '?>', false]] as const) {
    if (!xml.startsWith(start, at)) continue;
    const end = xml.indexOf(stop, at + start.length);
    const until = end < 0 ? xml.length : end;
    return { end: end < 0 ? xml.length : end + stop.length, text: isText ? xml.slice(at + start.length, until) : '' };
  }
  return null;
}

/** The `>` that ends the tag, not one inside a quoted value. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let i = start + 1; i < xml.length; i++) {
    const char = xml[i]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i;
    else if (char === '<') return -1;
  }
  return -1;
}

function readTag(inside: string): ScannedNode {
  const name = /^[^\s/]*/.exec(inside)![0];
  const colon = name.indexOf(':');
  const attributes = readAttributes(inside, name.length);
  return { name: name.slice(colon + 1), prefix: colon < 0 ? '' : name.slice(0, colon), attributes, children: [], text: '' };
}

/** Stops at the first thing that is no attribute. By hand, because a pattern would look at a long name again from each of its letters. */
function readAttributes(inside: string, from: number): Record<string, string> {
  const attributes = Object.create(null) as Record<string, string>;
  let at = from;
  const skipBlanks = () => {
    while (isBlank(inside[at])) at++;
  };
  for (;;) {
    skipBlanks();
    const start = at;
    while (at < inside.length && inside[at] !== '=' && !isBlank(inside[at])) at++;
    const name = inside.slice(start, at);
    skipBlanks();
    if (name === '' || inside[at] !== '=') return attributes;
    at++;
    skipBlanks();
    const quote = inside[at];
    const end = quote === '"' || quote === "'" ? inside.indexOf(quote, at + 1) : -1;
    if (end < 0) return attributes;
    attributes[name] = decode(inside.slice(at + 1, end));
    at = end + 1;
  }
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal: string, hex: string, name: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
