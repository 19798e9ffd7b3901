import { type BundleEntry, bundleHash, type Change, checkBundle, createView, type Finding, type KindName, sortFindings } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ContentsService } from '../config/contents.service.js';
import { diffOf } from '../config/drafts.service.js';
import { knownKind } from '../config/items.service.js';
import { BundlesService } from './bundles.service.js';
import { LoadedBundle } from './loaded-bundle.js';
import { ReleaseGatesService } from './release-gates.service.js';
import { releaseErrors } from './release.errors.js';
import type { ChosenItem } from './release-request.entity.js';
import { type DraftRow, WorkspaceService } from './workspace.service.js';

export type ChangeKind = 'ADDED' | 'CHANGED' | 'REMOVED';

export interface PlannedItem extends ChosenItem {
  title: string;
  change: ChangeKind;
  changes: Change[];
  byName: string;
  at: Date;
  /** Department whose item it is; null for what all share. */
  orgUnitId: string | null;
  /** Whether it is part of what the findings are about. */
  selected: boolean;
}

export interface ReleasePlan {
  channel: string;
  baseRev: number;
  base: string | null;
  items: PlannedItem[];
  findings: Finding[];
}

@Injectable()
export class ReleasePlanService {
  private summary: { fingerprint: string; pending: number; blocking: number } | null = null;

  constructor(
    private readonly workspace: WorkspaceService,
    private readonly bundles: BundlesService,
    private readonly contents: ContentsService,
    private readonly gates: ReleaseGatesService,
  ) {}

  /** What would change on the channel, and what the contract rules say of the result. `selected` null stands for all. */
  async plan(ctx: RequestContext, channelName: string, selected: readonly { kind: string; key: string }[] | null): Promise<ReleasePlan> {
    const channel = await this.bundles.channel(ctx, channelName);
    const rows = await this.workspace.changed(ctx, channelName);
    const wanted = selected && new Set(selected.map(({ kind, key }) => `${kind}/${key}`));
    const isSelected = (row: DraftRow) => wanted === null || wanted.has(`${row.kind}/${row.key}`);
    const items = await this.describe(ctx, rows, isSelected);
    const entries = apply(await this.bundles.entries(ctx, channel.bundle), items.filter((item) => item.selected));
    return { channel: channelName, baseRev: channel.rev, base: channel.bundle, items, findings: await this.check(ctx, entries) };
  }

  /** Findings of a whole set of entries. */
  async check(ctx: RequestContext, entries: readonly BundleEntry[]): Promise<Finding[]> {
    const view = await createView(await this.bundles.loadEntries(ctx, entries));
    const findings = checkBundle(view);
    return sortFindings([...findings, ...(await this.gates.check(ctx, new LoadedBundle(bundleHash(entries), 0, view)))]);
  }

  /** Numbers for the top bar; computed anew only when something has changed. */
  async pending(ctx: RequestContext, channelName: string): Promise<{ pending: number; blocking: number }> {
    const fingerprint = `${channelName}:${await this.workspace.fingerprint(ctx, channelName)}`;
    if (this.summary?.fingerprint !== fingerprint) {
      const rows = await this.workspace.changed(ctx, channelName);
      const channel = await this.bundles.channel(ctx, channelName);
      const entries = apply(await this.bundles.entries(ctx, channel.bundle), rows.map(chosen));
      const blocking = (await this.check(ctx, entries)).filter((finding) => finding.severity === 'error').length;
      this.summary = { fingerprint, pending: rows.length, blocking };
    }
    return this.summary;
  }

  /** The chosen items, with the content that was seen of each. `movedDraft` names one whose draft is another by now. What is no change is left out. */
  async choose(ctx: RequestContext, channelName: string, items: readonly { kind: string; key: string; sha256?: string | null }[]): Promise<{ items: ChosenItem[]; movedDraft: string | null }> {
    const rows = new Map((await this.workspace.changed(ctx, channelName)).map((row) => [`${row.kind}/${row.key}`, row]));
    const { bundle } = await this.bundles.channel(ctx, channelName);
    const shown = new Map((await this.bundles.entries(ctx, bundle)).map((entry) => [`${entry.kind}/${entry.key}`, entry.sha256]));
    const result: ChosenItem[] = [];
    let movedDraft: string | null = null;
    for (const item of items) {
      const name = `${item.kind}/${item.key}`;
      const row = rows.get(name);
      const current = row ? chosen(row).sha256 : (shown.get(name) ?? null);
      const sha256 = item.sha256 === undefined ? current : item.sha256;
      if (sha256 !== current) movedDraft ??= row?.title ?? item.key;
      if (sha256 !== (shown.get(name) ?? null)) result.push({ kind: knownKind(item.kind), key: item.key, sha256 });
    }
    if (result.length === 0) throw new DomainError(releaseErrors.NOTHING_TO_PUBLISH, { field: 'input.items' });
    return { items: result, movedDraft };
  }

  private async describe(ctx: RequestContext, rows: (DraftRow & { published: string | null })[], isSelected: (row: DraftRow) => boolean): Promise<PlannedItem[]> {
    const contents = await this.contents.getMany(ctx, rows.flatMap((row) => (row.published ? [row.sha256, row.published] : [row.sha256])));
    return rows.map((row) => {
      const before = row.published ? (contents.get(row.published) ?? null) : null;
      const after = row.isDeleted ? null : (contents.get(row.sha256) ?? null);
      const change: ChangeKind = row.isDeleted ? 'REMOVED' : row.published ? 'CHANGED' : 'ADDED';
      return { ...chosen(row), title: row.title, change, changes: diffOf(row.kind, before, after), byName: row.byName, at: row.at, orgUnitId: row.orgUnitId, selected: isSelected(row) };
    });
  }
}

const chosen = (row: DraftRow): ChosenItem => ({ kind: row.kind, key: row.key, sha256: row.isDeleted ? null : row.sha256 });

/** The entries after the chosen items have been put over them. */
export function apply(entries: readonly BundleEntry[], items: readonly { kind: KindName; key: string; sha256: string | null }[]): BundleEntry[] {
  const result = new Map(entries.map((entry) => [`${entry.kind}/${entry.key}`, entry]));
  for (const { kind, key, sha256 } of items) {
    if (sha256 === null) result.delete(`${kind}/${key}`);
    else result.set(`${kind}/${key}`, { kind, key, sha256 });
  }
  return [...result.values()];
}
