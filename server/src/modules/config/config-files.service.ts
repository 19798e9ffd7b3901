import { bundleHash, type FileProblem, fileProblemText, fromFiles, type KindName, kindNames, type LoadedEntry, toFiles } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { OrgService } from '../org/org.service.js';
import { configErrors } from './config.errors.js';
import { ContentsService } from './contents.service.js';
import { type BatchOptions, ItemBatchesService } from './item-batches.service.js';

/** What is exported: the drafts of all items, or of some kinds, or what a bundle holds. */
export interface ExportSource {
  kinds?: readonly KindName[];
  bundle?: string;
  channel?: string;
}

export interface FilesImportOptions extends BatchOptions {
  /** Whether departments that services name and that do not exist may be made; by default what the actor may. */
  mayCreateDepartments?: boolean;
}

export interface FilesImportResult {
  /** Hash of what was imported; the same as of the exported files. */
  bundle: string;
  entries: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Keys of departments that were made, titled by their keys until somebody names them. */
  departments: string[];
}

/** Items written by one statement. */
const batchSize = 500;
/** At most this many problems are reported at once. */
const maxProblems = 200;

/** Configuration as files, `kind/key.json` and `bundle.json`: to keep in git, to carry to another installation. */
@Injectable()
export class ConfigFilesService {
  constructor(
    private readonly contents: ContentsService,
    private readonly batches: ItemBatchesService,
    private readonly org: OrgService,
    private readonly audit: AuditService,
  ) {}

  /** Entries with their contents, sorted. Throws NOT_FOUND for a bundle or channel that does not exist or is empty. */
  async entries(ctx: RequestContext, source: ExportSource = {}): Promise<LoadedEntry[]> {
    const kinds = source.kinds ?? kindNames;
    const addresses = await this.addresses(ctx, source, kinds);
    const entries: LoadedEntry[] = [];
    for (let from = 0; from < addresses.length; from += batchSize) {
      const page = addresses.slice(from, from + batchSize);
      const contents = await this.contents.getMany(ctx, page.map((address) => address.sha256));
      for (const { kind, key, sha256 } of page) entries.push({ kind, key, sha256, body: contents.get(sha256)!.body } as LoadedEntry);
    }
    return entries;
  }

  /** The files by their paths, and the hash of what they hold. */
  async exportFiles(ctx: RequestContext, source: ExportSource = {}): Promise<{ bundle: string; files: Map<string, string> }> {
    const entries = await this.entries(ctx, source);
    const bundle = bundleHash(entries);
    await this.audit.append(ctx, { action: 'config.export', target: { kind: 'bundle', key: bundle }, detail: { ...source, entries: entries.length } });
    return { bundle, files: toFiles(entries) };
  }

  /** Makes the files' contents the drafts of their items: all or, where anything is wrong, none. Items that the files do not name stay. */
  async importFiles(ctx: RequestContext, files: ReadonlyMap<string, string>, options: FilesImportOptions = {}): Promise<FilesImportResult> {
    const { entries, bundle, problems } = fromFiles(files);
    if (problems.length > 0) throw filesInvalid(ctx, problems);
    return ctx.transaction(async (tx) => {
      const departments = await this.createDepartments(tx, entries, options);
      const result: FilesImportResult = { bundle, entries: entries.length, created: 0, updated: 0, unchanged: 0, departments };
      for (const kind of kindNames) {
        const ofKind = entries.filter((entry) => entry.kind === kind);
        for (let from = 0; from < ofKind.length; from += batchSize) {
          const outcome = await this.batches.put(tx, kind, ofKind.slice(from, from + batchSize), options);
          result.created += outcome.created.length;
          result.updated += outcome.updated.length;
          result.unchanged += outcome.unchanged.length;
        }
      }
      await this.audit.append(tx, { action: 'config.import', target: { kind: 'bundle', key: bundle }, detail: { ...result } });
      return result;
    });
  }

  private addresses(ctx: RequestContext, { bundle, channel }: ExportSource, kinds: readonly KindName[]): Promise<{ kind: KindName; key: string; sha256: string }[]> {
    if (bundle === undefined && channel === undefined) {
      return ctx.manager.query(
        `SELECT i.kind, i.key, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.deleted_at IS NULL AND i.kind = ANY($1::text[]) ORDER BY i.kind COLLATE "C", i.key COLLATE "C"`,
        [kinds],
      );
    }
    return this.bundleAddresses(ctx, bundle, channel, kinds);
  }

  private async bundleAddresses(ctx: RequestContext, bundle: string | undefined, channel: string | undefined, kinds: readonly KindName[]) {
    const rows = await ctx.manager.query<{ kind: KindName; key: string; sha256: string }[]>(
      `SELECT e.kind, e.key, e.sha256 FROM bundle_entry e
        WHERE e.bundle = coalesce($1, (SELECT c.bundle FROM channel c WHERE c.name = $2)) AND e.kind = ANY($3::text[]) ORDER BY e.kind COLLATE "C", e.key COLLATE "C"`,
      [bundle ?? null, channel ?? null, kinds],
    );
    if (rows.length === 0) throw new DomainError(commonErrors.NOT_FOUND, { params: { what: `bundle ${(bundle ?? channel ?? '').slice(0, 80)}` } });
    return rows;
  }

  private async createDepartments(ctx: RequestContext, entries: readonly LoadedEntry[], options: FilesImportOptions): Promise<string[]> {
    const wanted = new Set(entries.flatMap((entry) => (entry.kind === 'service' ? [entry.body.department] : [])));
    for (const unit of await this.org.all(ctx)) wanted.delete(unit.key);
    const missing = [...wanted].sort();
    if (missing.length > 0 && !(options.mayCreateDepartments ?? can(ctx.actor, Permission.AccessManage, null))) {
      throw new DomainError(configErrors.DEPARTMENTS_MISSING, { params: { count: missing.length, first: missing[0]! }, details: { departments: missing } });
    }
    for (const key of missing) await this.org.create(ctx, { key, title: key });
    return missing;
  }
}

function filesInvalid(ctx: RequestContext, problems: readonly FileProblem[]): DomainError {
  const [first] = problems;
  return new DomainError(configErrors.FILES_INVALID, {
    params: { count: problems.length, first: `${first!.file}: ${fileProblemText(first!, ctx.language)}` },
    details: {
      problems: problems.slice(0, maxProblems).map((problem) => ({ file: problem.file, code: problem.code, path: problem.field?.path ?? null, zh: fileProblemText(problem, 'zh'), en: fileProblemText(problem, 'en') })),
    },
  });
}
