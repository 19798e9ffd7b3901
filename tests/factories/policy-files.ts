import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Files for the specs, written by hand so that each holds exactly what its test is about. */

export async function writeDocx(path: string, document: string, parts: Record<string, string | Buffer> = {}): Promise<void> {
  const zip = new yazl.ZipFile();
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  zip.addBuffer(Buffer.from(`${head}<w:document xmlns:w="w"><w:body>${document}</w:body></w:document>`), 'word/document.xml');
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

export const paragraph = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const numbered = (numId: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

export const numbering = `<w:numbering>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** A page of lines in a font that is not embedded and whose encoding is GBK-EUC-H, as old 公文 have it. `bytes` are GBK. */
export function pdfOf(lines: Buffer[], trailer = ''): Buffer {
  const content = `BT /F1 12 Tf 72 760 Td 18 TL ${lines.map((line) => `<${line.toString('hex')}> Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

/** What a bomb unpacks to is written piece by piece: here it must not fill the memory either. */
export async function writeDocxBomb(path: string, megabytes: number): Promise<void> {
  const zip = new yazl.ZipFile();
  const { PassThrough } = await import('node:stream');
  const stream = new PassThrough();
  zip.addReadStream(stream, 'word/document.xml');
  zip.end();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const piece = Buffer.alloc(1_048_576, 0x20);
  for (let n = 0; n < megabytes; n += 1) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await written;
}
