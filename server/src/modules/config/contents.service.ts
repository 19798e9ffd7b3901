import { configKinds, contentHash, fieldProblemText, type BodyOf, type KindName, NotCanonicalError, refsOf, validateBody } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { configErrors } from './config.errors.js';
import { ConfigContent } from './config-content.entity.js';
import { ConfigRef } from './config-ref.entity.js';

export interface Content<K extends KindName = KindName> {
  sha256: string;
  kind: K;
  body: BodyOf<K>;
}

/** U+0000 as JSON writes it, not an escaped backslash before `u0000`: PostgreSQL's jsonb cannot hold it. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;
/** At most this many problems are reported at once. */
const maxProblems = 100;

/** The store of contents: what goes in is checked against its kind's schema and kept under its hash for ever. */
@Injectable()
export class ContentsService {
  /** Checks and stores a body; the same body is stored once. */
  async put<K extends KindName>(ctx: RequestContext, kind: K, body: unknown, field = 'input.body'): Promise<Content<K>> {
    const content = this.prepare(ctx, kind, body, field);
    await this.putMany(ctx, [content]);
    return content;
  }

  /** Checks a body and names it, without storing it. Throws INVALID_BODY. */
  prepare<K extends KindName>(ctx: RequestContext, kind: K, body: unknown, field: string): Content<K> {
    this.check(ctx, kind, body, field);
    return { sha256: this.hash(body, field), kind, body: body as BodyOf<K> };
  }

  /** Stores prepared contents with their references. */
  async putMany(ctx: RequestContext, contents: readonly Content[]): Promise<void> {
    const fresh = await ctx.manager.query<{ sha256: string }[]>(
      `INSERT INTO config_content (sha256, kind, schema_version, body)
       SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::jsonb[]) ON CONFLICT (sha256) DO NOTHING RETURNING sha256`,
      [
        contents.map((content) => content.sha256),
        contents.map((content) => content.kind),
        contents.map((content) => configKinds[content.kind].schemaVersion),
        contents.map((content) => JSON.stringify(content.body)),
      ],
    );
    const isFresh = new Set(fresh.map((row) => row.sha256));
    const refs = contents
      .filter((content) => isFresh.has(content.sha256))
      .flatMap(({ kind, body, sha256 }) => refsOf(kind, body).map((ref) => ({ sha256, path: ref.path, toKind: ref.kind, toKey: ref.key, role: ref.role })));
    if (refs.length > 0) await ctx.manager.createQueryBuilder().insert().into(ConfigRef).values(refs).orIgnore().execute();
  }

  async get(ctx: RequestContext, sha256: string): Promise<Content> {
    return found((await this.getMany(ctx, [sha256])).get(sha256), `content ${sha256.slice(0, 12)}`);
  }

  /** Contents by hash; hashes of nothing are left out. Bodies of older schema versions are brought to the current one. */
  async getMany(ctx: RequestContext, hashes: readonly string[]): Promise<Map<string, Content>> {
    if (hashes.length === 0) return new Map();
    const rows = await ctx.manager.findBy(ConfigContent, { sha256: In([...new Set(hashes)]) });
    return new Map(rows.map((row) => [row.sha256, toContent(row)]));
  }

  private check(ctx: RequestContext, kind: KindName, body: unknown, field: string): void {
    const problems = validateBody(kind, body);
    const [first] = problems;
    if (!first) return;
    throw new DomainError(configErrors.INVALID_BODY, {
      field: field + first.path,
      params: { count: problems.length, first: fieldProblemText(first, ctx.language) },
      details: problems.slice(0, maxProblems).map((problem) => ({ path: problem.path, code: problem.code, message: fieldProblemText(problem, ctx.language) })),
    });
  }

  private hash(body: unknown, field: string): string {
    try {
      const sha256 = contentHash(body);
      if (nul.test(JSON.stringify(body))) throw new NotCanonicalError('lone-surrogate', '');
      return sha256;
    } catch (error) {
      if (error instanceof NotCanonicalError) throw new DomainError(configErrors.INVALID_BODY, { field, params: { count: 1, first: error.message } });
      throw error;
    }
  }
}

function toContent(row: ConfigContent): Content {
  const kind = configKinds[row.kind];
  const body = row.schemaVersion === kind.schemaVersion ? row.body : kind.upcast(row.body, row.schemaVersion);
  return { sha256: row.sha256, kind: row.kind, body: body as BodyOf<KindName> };
}
