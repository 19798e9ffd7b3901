import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import busboy from 'busboy';
import type { Request } from 'express';
import type { RequestContext } from '../actor/request-context.js';
import { AuditService } from '../audit/audit.service.js';
import { commonErrors, DomainError, found } from '../errors/domain-error.js';
import { log } from '../logging/log.js';
import { Blob } from './blob.entity.js';
import { BlobStore } from './blob-store.js';
import { Upload } from './upload.entity.js';

/** Big enough for a province's catalogue or a year's utterances. */
export const maxUploadBytes = 512 * 1_048_576;

@Injectable()
export class UploadsService {
  constructor(
    private readonly store: BlobStore,
    private readonly audit: AuditService,
  ) {}

  /** Streams the one file of a multipart request into the store. The names of `personal` files, such as 张三身份证.jpg, stay out of the log. */
  async receive(ctx: RequestContext, request: Request, maxBytes = maxUploadBytes, { isPersonal = false } = {}): Promise<Upload> {
    const { blob, name, mediaType } = await this.readFile(request, maxBytes);
    return ctx.transaction(async (tx) => {
      await this.register(tx, blob);
      const upload = { id: randomUUID(), sha256: blob.sha256, size: String(blob.size), name, mediaType, createdBy: tx.actor.id };
      await tx.manager.insert(Upload, upload);
      await this.audit.append(tx, { action: 'upload.receive', target: { kind: 'upload', key: upload.id }, detail: { ...(isPersonal ? {} : { name }), size: blob.size, sha256: blob.sha256 } });
      return tx.manager.findOneByOrFail(Upload, { id: upload.id });
    });
  }

  async get(ctx: RequestContext, id: string): Promise<Upload> {
    return found(await ctx.manager.findOneBy(Upload, { id }), `upload ${id}`);
  }

  /** Notes that the database knows a stored blob. */
  async register(ctx: RequestContext, blob: { sha256: string; size: number }): Promise<void> {
    await ctx.manager.createQueryBuilder().insert().into(Blob).values({ sha256: blob.sha256, size: String(blob.size) }).orIgnore().execute();
  }

  /**
   * Forgets files: their uploads, and after the commit their contents. The caller knows that nothing of his names them any
   * more; a file that something else was made of, such as a snapshot, stays.
   */
  async discard(ctx: RequestContext, hashes: readonly string[]): Promise<string[]> {
    if (hashes.length === 0) return [];
    const used = await ctx.manager.query<{ sha256: string }[]>(
      `SELECT h.sha256 FROM unnest($1::text[]) AS h(sha256)
        WHERE EXISTS (SELECT 1 FROM corpus_snapshot s WHERE s.blob = h.sha256)
           OR EXISTS (SELECT 1 FROM upload u JOIN operation o ON (o.payload ->> 'upload' = u.id::text OR o.payload -> 'uploads' ? u.id::text) WHERE u.sha256 = h.sha256)`,
      [hashes],
    );
    const gone = hashes.filter((sha256) => !used.some((row) => row.sha256 === sha256));
    await ctx.manager.query('DELETE FROM upload WHERE sha256 = ANY($1)', [gone]);
    await ctx.manager.query('DELETE FROM blob WHERE sha256 = ANY($1)', [gone]);
    ctx.afterCommit(() => void Promise.all(gone.map((sha256) => this.store.remove(sha256))).catch((error: unknown) => log.error({ err: error }, 'removing files')));
    return gone;
  }

  private readFile(request: Request, maxBytes: number): Promise<{ blob: { sha256: string; size: number }; name: string; mediaType: string }> {
    return new Promise((resolve, reject) => {
      const invalid = (reason: string) => new DomainError(commonErrors.INVALID_INPUT, { field: 'file', params: { reason } });
      let parser: busboy.Busboy;
      try {
        parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 1, fields: 0, fileSize: maxBytes + 1 } });
      } catch (error) {
        reject(invalid(error instanceof Error ? error.message : 'multipart'));
        return;
      }
      let received: Promise<void> | null = null;
      parser.on('file', (_field, stream, info) => {
        received = this.store.write(stream, maxBytes).then(
          (blob) => resolve({ blob, name: basename((info.filename || 'file').replaceAll('\\', '/')).slice(0, 255), mediaType: info.mimeType }),
          (error: unknown) => {
            stream.resume();
            reject(error);
          },
        );
      });
      parser.on('close', () => received ?? reject(invalid('file')));
      parser.on('error', (error) => reject(invalid(String(error))));
      request.on('aborted', () => parser.destroy());
      request.pipe(parser);
    });
  }
}
