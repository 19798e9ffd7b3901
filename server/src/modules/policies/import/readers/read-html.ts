import { Parser } from 'htmlparser2';

/** What is no part of the document: code, styles, forms, the site's own navigation. */
const dropped = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'math', 'head', 'nav', 'footer', 'select', 'button', 'textarea']);
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'table', 'tr', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'address']);

/** The text of a page: a line for each block, `#` before headings, numbers of ordered lists written out. */
export function readHtml(html: string): string {
  const page = new PageText();
  const parser = new Parser({ onopentag: (name, attributes) => page.open(name, attributes), ontext: (text) => page.text(text), onclosetag: (name) => page.close(name) }, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return page.toString();
}

class PageText {
  private readonly parts: string[] = [];
  private dropping = 0;
  private readonly lists: (number | null)[] = [];

  open(name: string, attributes: Record<string, string>): void {
    if (dropped.has(name)) this.dropping += 1;
    if (this.dropping > 0) return;
    if (blocks.has(name) || name === 'br') this.parts.push('\n');
    if (/^h[1-6]$/.test(name)) this.parts.push(`${'#'.repeat(Number(name[1]))} `);
    if (name === 'ol') this.lists.push(Number.parseInt(attributes['start'] ?? '1', 10) || 1);
    if (name === 'ul') this.lists.push(null);
    if (name === 'li') this.item();
    if (name === 'td' || name === 'th') this.parts.push('\t');
  }

  text(text: string): void {
    if (this.dropping === 0) this.parts.push(text.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    if (dropped.has(name)) this.dropping = Math.max(0, this.dropping - 1);
    if (this.dropping > 0) return;
    if (name === 'ol' || name === 'ul') this.lists.pop();
    if (blocks.has(name)) this.parts.push('\n');
  }

  toString(): string {
    return this.parts.join('').split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
  }

  private item(): void {
    const at = this.lists.length - 1;
    const number = this.lists[at];
    if (typeof number !== 'number') return;
    this.parts.push(`${number}. `);
    this.lists[at] = number + 1;
  }
}
