/** A piece of text of a page; points from the lower left corner. */
export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageLine {
  text: string;
  left: number;
  right: number;
  height: number;
}

/** The lines of a page from top to bottom. Pieces whose base lines are closer than half a character are one line. */
export function linesOfPage(items: readonly PageItem[]): PageLine[] {
  const shown = items.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PageItem[][] = [];
  for (const item of shown) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - item.y) < Math.max(row[0]!.height, item.height, 4) / 2) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    const parts = row.sort((a, b) => a.x - b.x);
    let text = '';
    let right = -Infinity;
    for (const part of parts) {
      const gap = part.x - right;
      if (text !== '' && gap > part.height * (isHan(text.at(-1)!) && isHan(part.text[0]!) ? 0.8 : 0.25)) text += ' ';
      text += part.text;
      right = Math.max(right, part.x + part.width);
    }
    return { text: text.trim(), left: parts[0]!.x, right, height: Math.max(...parts.map(({ height }) => height)) };
  });
}

const isHan = (character: string) => /[\u3000-\u9fff\uff00-\uffef]/.test(character);
const pageNumber = /^[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–\s]*$/;
const opens = /^(?:第[〇零一二三四五六七八九十百千\d]{1,8}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|附件)/;

/** Joins the lines that the page broke. A line goes on where it fills the page and the next is neither set in nor numbered. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): string {
  const lines = pages.flatMap((page) => page.filter(({ text }) => !pageNumber.test(text)));
  const right = quantile(lines.map((line) => line.right), 0.9);
  const left = quantile(lines.map((line) => line.left), 0.1);
  const paragraphs: string[] = [];
  let before: PageLine | null = null;
  for (const line of lines) {
    const isFull = before !== null && before.right > right - 2.5 * before.height;
    const isSetIn = line.left > left + 1.2 * line.height;
    const goesOn = isFull && !isSetIn && !opens.test(line.text) && Math.abs(before!.height - line.height) < 2;
    if (goesOn) paragraphs[paragraphs.length - 1] += (/[a-zA-Z0-9]$/.test(before!.text) && /^[a-zA-Z]/.test(line.text) ? ' ' : '') + line.text;
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.join('\n');
}

function quantile(values: number[], share: number): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
