import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOfPage, paragraphsOf } from './pdf-lines.js';
import { readDocument } from './read-document.js';
import { numbered, numbering, paragraph, pdfOf, writeDocx, writeDocxBomb } from '../../../../../../tests/factories/policy-files.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'banshi-policies-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string | Buffer) => {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return path;
};
const read = async (content: string | Buffer) => readDocument(await file(content));
const gbk = (text: string) => iconv.encode(text, 'gb18030');

describe('text and HTML', () => {
  it('reads UTF-8, GB18030 and UTF-16 alike', async () => {
    const text = '某市办法\n第一条 𠮷祥街道的居民可以申请。';
    for (const bytes of [Buffer.from(`\ufeff${text}`), gbk(text), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])]) {
      expect(await read(bytes)).toEqual({ format: 'text', text });
    }
  });

  it('leaves scripts, styles and navigation out and writes list numbers', async () => {
    const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>首页</nav><h2>第一章 总则</h2>
      <p>第一条 为了&nbsp;便民&lt;b&gt;，制定<b>本办法</b>。</p><script>alert('第二条 坏')</script><ol><li>甲</li><li>乙</li></ol><img src=x onerror="alert(1)"></body></html>`;
    expect((await read(html)).text).toBe('## 第一章 总则\n第一条 为了 便民<b>，制定本办法。\n1. 甲\n2. 乙');
  });

  it.each([
    ['nothing', '', 'POLICY_FILE_EMPTY'],
    ['blanks', ' \n\u3000', 'POLICY_FILE_EMPTY'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'POLICY_FILE_UNSUPPORTED'],
    ['an old DOC', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'POLICY_FILE_UNSUPPORTED'],
    ['a DOCX with a password', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), 'POLICY_FILE_ENCRYPTED'],
    ['more than a million characters', '长'.repeat(1_000_001), 'POLICY_TOO_LONG'],
    ['a broken PDF', '%PDF-1.7\nnothing', 'POLICY_FILE_BROKEN'],
    ['a ZIP that is none', Buffer.from('PK\u0003\u0004 and then nothing'), 'FILE_UNREADABLE'],
  ])('refuses %s', async (_, content, code) => expect(read(content)).rejects.toMatchObject({ code }), 60_000);
});

describe('DOCX', () => {
  const docx = async (document: string, parts?: Record<string, string>) => {
    const path = join(folder, 'file.docx');
    await writeDocx(path, document, parts);
    return (await readDocument(path)).text;
  };

  it('writes automatic numbers out, of paragraphs and of styles', async () => {
    const styles = '<w:styles><w:style w:styleId="Tiao"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Sub"><w:basedOn w:val="Tiao"/></w:style><w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>';
    const text = await docx(
      [paragraph('某校休学规定'), paragraph('第一章 总则', '<w:pStyle w:val="H1"/>'), paragraph('为了规范。', '<w:pStyle w:val="Sub"/>'), paragraph('有下列情形的：', numbered(1)), paragraph('因病；', numbered(1, 1)), paragraph('创业。', numbered(1, 1)), paragraph('本规定自公布之日起施行。', numbered(1))].join(''),
      { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
    );
    expect(text.split('\n')).toEqual(['某校休学规定', '## 第一章 总则', '第一条 为了规范。', '第二条 有下列情形的：', '（一）因病；', '（二）创业。', '第三条 本规定自公布之日起施行。']);
  });

  it('leaves out what was deleted and what fields compute', async () => {
    expect(await docx('<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins></w:p>')).toBe('保留插入');
  });

  it('refuses a bomb while it unpacks, and a ZIP that is no document', async () => {
    const path = join(folder, 'bomb.docx');
    await writeDocxBomb(path, 200);
    await expect(readDocument(path)).rejects.toMatchObject({ code: 'ARCHIVE_TOO_LARGE' });
    await writeDocx(path, '', { 'other.txt': 'x' });
    await expect(readDocument(path)).rejects.toMatchObject({ code: 'POLICY_FILE_EMPTY' });
  }, 60_000);
});

describe('PDF', () => {
  it('reads a Chinese font that is not embedded', async () => {
    expect(await read(pdfOf([gbk('某市救助办法'), gbk('第一条 为了规范救助工作。')]))).toEqual({ format: 'pdf', text: '某市救助办法\n第一条 为了规范救助工作。' });
  }, 60_000);

  it('says that a password is needed', async () => {
    const encrypted = pdfOf([gbk('密')], `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`);
    await expect(read(encrypted)).rejects.toMatchObject({ code: 'POLICY_FILE_ENCRYPTED' });
  }, 60_000);

  it('joins the lines of a paragraph and drops page numbers', () => {
    const line = (text: string, y: number, x = 72) => ({ text, x, y, width: [...text].length * 12, height: 12 });
    const page = linesOfPage([line('第一条 为了规范救助工作，保障困难群众的基本', 700, 96), line('生活，制定本办法。', 682), line('第二条 本办法适用于本市。', 664, 96), line('— 1 —', 40, 280)]);
    expect(paragraphsOf([page])).toBe('第一条 为了规范救助工作，保障困难群众的基本生活，制定本办法。\n第二条 本办法适用于本市。');
  });
});
