import { startWorker } from '@banshi/runtime';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { policyErrors } from '../../policy.errors.js';

export interface PdfOrder {
  path: string;
  maxPages: number;
}
export type PdfAnswer = { text: string } | { refused: 'encrypted' | 'broken' | 'pages' };

/** A collection of statutes in one file has fewer; more is a book that should be taken apart. */
export const maxPages = 1_000;
const maxSeconds = 120;

/** The text of a PDF, read in a thread of its own that is ended when it takes too long: PDF is a format in which anything may go on for ever. */
export function readPdf(path: string, signal?: AbortSignal, seconds = maxSeconds): Promise<string> {
  return new Promise((resolve, reject) => {
    const order: PdfOrder = { path, maxPages };
    const worker = startWorker('./pdf-worker', import.meta.url, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
      void worker.terminate();
    };
    const broken = () => new DomainError(policyErrors.POLICY_FILE_BROKEN);
    const onAbort = () => end(() => reject(broken()));
    const timer = setTimeout(() => end(() => reject(new DomainError(policyErrors.POLICY_TOO_SLOW, { params: { seconds } }))), seconds * 1_000);
    signal?.addEventListener('abort', onAbort);
    worker.on('message', (answer: PdfAnswer) =>
      end(() => {
        if ('text' in answer) resolve(answer.text);
        else if (answer.refused === 'encrypted') reject(new DomainError(policyErrors.POLICY_FILE_ENCRYPTED));
        else if (answer.refused === 'pages') reject(new DomainError(policyErrors.POLICY_TOO_MANY_PAGES, { params: { limit: maxPages } }));
        else reject(broken());
      }),
    );
    worker.on('error', () => end(() => reject(broken())));
    worker.on('exit', () => end(() => reject(broken())));
  });
}
