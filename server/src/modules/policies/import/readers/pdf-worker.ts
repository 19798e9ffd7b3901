import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { linesOfPage, paragraphsOf, type PageLine } from './pdf-lines.js';
import type { PdfAnswer, PdfOrder } from './read-pdf.js';

const { path, maxPages } = workerData as PdfOrder;
parentPort!.postMessage(await read());

async function read(): Promise<PdfAnswer> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    const document = await getDocument({
      data: new Uint8Array(await readFile(path)),
      // Fonts of Chinese offices name encodings such as GBK-EUC-H, whose tables are in the package.
      cMapUrl: `${join(home, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
      disableFontFace: true,
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    if (document.numPages > maxPages) return { refused: 'pages' };
    const pages: PageLine[][] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      pages.push(linesOfPage(items.flatMap((item) => ('str' in item ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width, height: item.height || Math.abs(item.transform[3] as number) }] : []))));
      page.cleanup();
    }
    return { text: paragraphsOf(pages) };
  } catch (error) {
    return { refused: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' };
  }
}
