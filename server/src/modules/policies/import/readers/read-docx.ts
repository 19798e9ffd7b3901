import { Parser } from 'htmlparser2';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { zipEntries } from '../../../../platform/files/zip-entries.js';
import { policyErrors } from '../../policy.errors.js';
import { DocxNumbering, type NumberedStyle, readStyles, resolveStyle } from './docx-numbering.js';

/** Counted while unpacking: a document of a million characters takes about 20 MB of XML, a bomb takes gigabytes. */
const limits = { entries: 5_000, entryBytes: 64 * 1_048_576, totalBytes: 96 * 1_048_576 };
const wanted = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml']);

/** The text of a DOCX file with its automatic numbers; a line for each paragraph. Deleted text is left out, inserted text is in. */
export async function readDocx(path: string): Promise<string> {
  const files = new Map<string, string>();
  for await (const entry of zipEntries(path, limits)) {
    if (!wanted.has(entry.name)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of entry.chunks()) chunks.push(chunk);
    files.set(entry.name, Buffer.concat(chunks).toString('utf8'));
  }
  const document = files.get('word/document.xml');
  if (document === undefined) throw new DomainError(policyErrors.POLICY_FILE_UNSUPPORTED);
  return new DocumentText(new DocxNumbering(files.get('word/numbering.xml') ?? ''), readStyles(files.get('word/styles.xml') ?? '')).read(document);
}

/** Parts whose text is not shown: deleted text, field codes, the copy of a drawing for old programs. */
const hidden = new Set(['w:del', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:moveFrom']);

class DocumentText {
  private readonly lines: string[] = [];
  private readonly open: { text: string; style: string; numId: string | null; level: number | null }[] = [];
  private hiding = 0;
  private isText = false;

  constructor(
    private readonly numbering: DocxNumbering,
    private readonly styles: ReadonlyMap<string, NumberedStyle>,
  ) {}

  read(xml: string): string {
    const parser = new Parser({ onopentag: (name, attributes) => this.onOpen(name, attributes), ontext: (text) => this.onText(text), onclosetag: (name) => this.onClose(name) }, { xmlMode: true });
    parser.write(xml);
    parser.end();
    return this.lines.join('\n');
  }

  private onOpen(name: string, attributes: Record<string, string>): void {
    if (hidden.has(name)) this.hiding += 1;
    const paragraph = this.open.at(-1);
    const value = attributes['w:val'] ?? '';
    if (name === 'w:p') this.open.push({ text: '', style: '', numId: null, level: null });
    else if (!paragraph) return;
    else if (name === 'w:t') this.isText = true;
    else if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.numId = value;
    else if (name === 'w:ilvl') paragraph.level = Number(value);
    else if (name === 'w:tab' && this.hiding === 0) paragraph.text += ' ';
    else if ((name === 'w:br' || name === 'w:cr') && this.hiding === 0) paragraph.text += '\n';
  }

  private onText(text: string): void {
    const paragraph = this.open.at(-1);
    if (paragraph && this.isText && this.hiding === 0) paragraph.text += text;
  }

  private onClose(name: string): void {
    if (hidden.has(name)) this.hiding -= 1;
    if (name === 'w:t') this.isText = false;
    if (name !== 'w:p') return;
    const paragraph = this.open.pop();
    if (paragraph && paragraph.text.trim() !== '') this.lines.push(this.headOf(paragraph) + paragraph.text.trim());
  }

  private headOf(paragraph: { style: string; numId: string | null; level: number | null }): string {
    const style = resolveStyle(this.styles, paragraph.style);
    const numId = paragraph.numId ?? style.numId;
    const number = numId === null || numId === '0' ? '' : this.numbering.next(numId, paragraph.level ?? style.level);
    // A number of its own says more than the outline level, and the parser reads it.
    return number !== '' ? number : style.outline !== null && style.outline < 6 ? `${'#'.repeat(style.outline + 2)} ` : '';
  }
}
