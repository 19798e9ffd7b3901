/** Longest element; a service item with every field filled has a few hundred kilobytes. */
const maxLength = 10_000_000;

export interface JsonElement {
  text: string;
  /** It was longer than allowed; `text` is its beginning. */
  isCut: boolean;
}

/**
 * The objects of a JSON array as they stream by, each as its own text; also objects one after another. Only brackets and strings are
 * followed: whether an element is valid is said by whoever parses it.
 */
export async function* jsonElements(chunks: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let kept = '';
  let isCut = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const char = chunk.charCodeAt(at);
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (char === 92) isEscaped = true;
        else if (char === 34) isInString = false;
      } else if (char === 34) isInString = true;
      else if (char === 123 || (char === 91 && depth > 0)) {
        if (depth === 0) from = at;
        depth += 1;
      } else if ((char === 125 || char === 93) && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          yield { text: kept + chunk.slice(from, at + 1), isCut };
          kept = '';
          isCut = false;
          from = at + 1;
        }
      }
    }
    if (depth === 0) continue;
    if (kept.length + chunk.length - from > maxLength) isCut = true;
    else kept += chunk.slice(from);
  }
  if (depth > 0) yield { text: kept, isCut };
}
