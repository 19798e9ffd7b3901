import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Length in code points: offsets of the corpus count 𠮷 and emoji as one. */
const length = (text) => Array.from(text).length;

/** `[words](slot)` marks an entity; everything else is the text itself. */
export function parseLine(line) {
  const entities = [];
  let text = '';
  let at = 0;
  for (const mark of line.matchAll(/\[([^\]]+)\]\(([a-z-]+)\)/gu)) {
    text += line.slice(at, mark.index);
    const start = length(text);
    text += mark[1];
    entities.push({ start, end: length(text), label: mark[2] });
    at = mark.index + mark[0].length;
  }
  return { text: text + line.slice(at), entities };
}

/** The utterances of the readable source, in its order. */
export function parseUtterances(source) {
  const rows = [];
  let intent = null;
  let by = null;
  for (const line of source.split('\n')) {
    if (line.startsWith('### ')) by = line.slice(4).trim();
    else if (line.startsWith('## ')) intent = line.slice(3).trim();
    else if (line.startsWith('- ')) {
      const { text, entities } = parseLine(line.slice(2).trim());
      rows.push({ text, intent, entities, by });
    }
  }
  return rows;
}

/** JSON Lines, one utterance a line. */
export const toJsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (name) => new URL(name, import.meta.url);
  const rows = parseUtterances(readFileSync(here('utterances.md'), 'utf8'));
  writeFileSync(here('utterances.jsonl'), toJsonLines(rows));
  console.log(`${rows.length} utterances`);
}
