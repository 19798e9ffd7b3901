/** The parts of Markdown that model cards use. */
export type Block = { type: 'heading'; level: number; text: string } | { type: 'list'; items: string[] } | { type: 'table'; head: string[]; rows: string[][] } | { type: 'text'; text: string };

const cells = (line: string) => line.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());

/** Headings, lists, tables and paragraphs; everything else stays text. */
export function markdownBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const last = blocks.at(-1);
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) blocks.push({ type: 'heading', level: heading[1]!.length, text: heading[2]! });
    else if (/^\s*[-*]\s+/.test(line)) {
      const item = line.replace(/^\s*[-*]\s+/, '');
      if (last?.type === 'list') last.items.push(item);
      else blocks.push({ type: 'list', items: [item] });
    } else if (/^\|.*\|\s*$/.test(line)) {
      if (last?.type !== 'table') blocks.push({ type: 'table', head: cells(line), rows: [] });
      else if (!/^[|\s:-]+$/.test(line)) last.rows.push(cells(line));
    } else if (line.trim()) blocks.push({ type: 'text', text: line.trim() });
    // A blank line ends a list or table.
    else if (last && last.type !== 'text') blocks.push({ type: 'text', text: '' });
  }
  return blocks.filter((block) => block.type !== 'text' || block.text !== '');
}
