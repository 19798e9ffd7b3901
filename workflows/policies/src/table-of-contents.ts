import { structuralHeading } from './headings.js';
import type { Line } from './lines.js';

/** Leaves out a 目录: the headings behind that word up to the first that comes again or is followed by running text. */
export function withoutContents(lines: Line[]): Line[] {
  const start = lines.findIndex((line) => /^目\s*录$/.test(line.text));
  if (start < 0) return lines;
  const seen = new Set<string>();
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const heading = structuralHeading(lines[end]!, { article: 0, suffix: 0 });
    if (!heading || heading.kind === 'article') break;
    const name = heading.label + heading.title.replace(/[.…·\s\d]+$/, '');
    // Sections count from one in every chapter, so only a whole heading that comes again ends the list.
    if (seen.has(name) && (heading.kind !== 'section' || heading.number === 1)) break;
    seen.add(name);
  }
  return end === start + 1 ? lines : [...lines.slice(0, start), ...lines.slice(end)];
}
