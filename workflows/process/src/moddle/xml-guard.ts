import { processProblem, type ProcessProblem } from '../model/process-problem.js';

/** Largest accepted file. The biggest OMG interchange model has 0.24 MB. */
export const MAX_BPMN_BYTES = 2 * 1024 * 1024;
/** The parser counts lines again for each fault it reports, so lines × faults is its worst case. */
const MAX_LINES = 100_000;
/** Reference lists are resolved by linear search, so elements² is the worst case. */
const MAX_ELEMENTS = 20_000;
/** The same for references written as a blank-separated attribute. */
const MAX_BLANKS_PER_ATTRIBUTE = 1_000;
/** The parser compares each attribute of an element with those before it. */
const MAX_ATTRIBUTES = 200;
/** The parser copies all prefixes in scope for each element that declares one. */
const MAX_NAMESPACES = 1_000;
/** Writing recurses per level; a drawn process has fewer than thirty. */
const MAX_DEPTH = 200;

/**
 * Refuses what must not reach the XML parser: too much of anything, document type declarations (entities, external
 * subsets), and `<` inside quotes, behind which the rest could hide from this scan. One pass, no back-tracking.
 */
export function guardXml(xml: string): ProcessProblem | null {
  if (xml.length > MAX_BPMN_BYTES || byteLength(xml) > MAX_BPMN_BYTES) return processProblem('too-large', null, { limit: MAX_BPMN_BYTES, unit: 'bytes' });
  if (countLines(xml, xml.length) > MAX_LINES) return processProblem('too-large', null, { limit: MAX_LINES, unit: 'lines' });
  if (occursMoreThan(xml, 'xmlns', MAX_NAMESPACES)) return processProblem('too-large', null, { limit: MAX_NAMESPACES, unit: 'namespaces' });

  let elements = 0;
  let depth = 0;
  let at = xml.indexOf('<');
  while (at !== -1) {
    const end = skipOpaque(xml, at);
    if (end === -1) return null;
    if (end > at) {
      at = xml.indexOf('<', end);
      continue;
    }
    if (xml.startsWith('<!', at)) return processProblem('doctype-refused', null, { line: lineAt(xml, at) });
    if (xml.startsWith('</', at)) depth -= 1;
    else {
      const tag = scanTag(xml, at);
      if (!tag) return processProblem('bad-xml', null, { line: lineAt(xml, at) });
      if (tag.blanks > MAX_BLANKS_PER_ATTRIBUTE) return processProblem('too-large', null, { limit: MAX_BLANKS_PER_ATTRIBUTE, unit: 'references' });
      if (tag.attributes > MAX_ATTRIBUTES) return processProblem('too-large', null, { limit: MAX_ATTRIBUTES, unit: 'attributes' });
      elements += 1;
      if (elements > MAX_ELEMENTS) return processProblem('too-large', null, { limit: MAX_ELEMENTS, unit: 'elements' });
      if (!tag.isSelfClosing) depth += 1;
      if (depth > MAX_DEPTH) return processProblem('too-large', null, { limit: MAX_DEPTH, unit: 'levels' });
    }
    at = xml.indexOf('<', at + 1);
  }
  return null;
}

/** Line number, from 1. */
export function lineAt(xml: string, position: number): number {
  return countLines(xml, position) + 1;
}

/** The end of the comment, CDATA section or processing instruction at `at`; `at` if there is none, -1 if it never ends. */
function skipOpaque(xml: string, at: number): number {
  for (const [open, close] of [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const) {
    if (!xml.startsWith(open, at)) continue;
    const end = xml.indexOf(close, at + open.length);
    return end === -1 ? -1 : end + close.length;
  }
  return at;
}

interface Tag {
  isSelfClosing: boolean;
  /** Signs of `=` outside quotes: well-formed or not, no attribute does without one. */
  attributes: number;
  /** In the attribute that has most. */
  blanks: number;
}

function scanTag(xml: string, start: number): Tag | null {
  let quote = 0;
  let inQuote = 0;
  let blanks = 0;
  let attributes = 0;
  for (let i = start + 1; i < xml.length; i += 1) {
    const code = xml.charCodeAt(i);
    if (code === 60) return null;
    if (quote) {
      if (code === quote) quote = 0;
      else if (code === 32) blanks = Math.max(blanks, (inQuote += 1));
    } else if (code === 34 || code === 39) {
      quote = code;
      inQuote = 0;
    } else if (code === 61) attributes += 1;
    else if (code === 62) return { isSelfClosing: xml.charCodeAt(i - 1) === 47, attributes, blanks };
  }
  return null;
}

function occursMoreThan(text: string, word: string, limit: number): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1 && count <= limit; at = text.indexOf(word, at + word.length)) count += 1;
  return count > limit;
}

function countLines(xml: string, until: number): number {
  let lines = 0;
  for (let i = 0; i < until; i += 1) {
    const code = xml.charCodeAt(i);
    // A CR LF pair is one line, a lone CR is one too.
    if (code === 10 || (code === 13 && xml.charCodeAt(i + 1) !== 10)) lines += 1;
  }
  return lines;
}

/** UTF-8 length; a surrogate pair is four bytes, counted as two twos. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
