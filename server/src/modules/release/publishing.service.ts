import { type BundleEntry, type Change, type Finding } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { ContentsService } from '../config/contents.service.js';
import { diffOf, DraftsService } from '../config/drafts.service.js';
import { ItemsService } from '../config/items.service.js';
import type { Bundle } from './bundle.entity.js';
import { BundlesService } from './bundles.service.js';
import { Channel, ChannelMove, type MoveReason } from './channel.entity.js';
import { releaseErrors } from './release.errors.js';
import { apply, ReleasePlanService } from './release-plan.service.js';
import type { ChosenItem } from './release-request.entity.js';

/** An item that two people have published at once, with what each changes against the common base. */
export interface ConflictingItem {
  kind: string;
  key: string;
  title: string;
  yours: Change[];
  theirs: Change[];
  byName: string;
  at: Date;
}

export type PublishOutcome =
  | { type: 'published'; channel: Channel; bundle: Bundle }
  | { type: 'blocked'; findings: Finding[] }
  | { type: 'conflict'; items: ConflictingItem[] };

export interface PublishOrder {
  channel: string;
  /** Revision of the channel that the plan was made against. */
  baseRev: number;
  items: ChosenItem[];
  note: string;
  /** Why it may go out in spite of warnings. */
  reason: string | null;
  requestedByName?: string;
  /** Title of an item whose draft has moved since it was seen; refused, unless the item is a conflict, which says more. */
  movedDraft?: string | null;
}

/** Moves channels. Every move is one transaction that locks the channel and compares its revision. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly bundles: BundlesService,
    private readonly plans: ReleasePlanService,
    private readonly drafts: DraftsService,
    private readonly items: ItemsService,
    private readonly contents: ContentsService,
    private readonly audit: AuditService,
    private readonly events: EventBus,
  ) {}

  /**
   * Makes a bundle of the channel's and the chosen items and moves the channel to it. When the channel has moved since the
   * plan was made, disjoint items are rebased onto what it shows now and checked again; the same items are a conflict.
   */
  async publish(ctx: RequestContext, order: PublishOrder): Promise<PublishOutcome> {
    const channel = await this.lock(ctx, order.channel);
    const parent = await this.bundles.entries(ctx, channel.bundle);
    if (channel.rev !== order.baseRev) {
      const items = await this.conflicts(ctx, order, channel, parent);
      if (items.length > 0) return { type: 'conflict', items };
    }
    if (order.movedDraft) throw new DomainError(releaseErrors.DRAFT_MOVED, { field: 'input.items', params: { title: order.movedDraft } });
    const entries = apply(parent, order.items);
    const findings = await this.plans.check(ctx, entries);
    const blocking = findings.filter((finding) => finding.severity === 'error');
    const isGuarded = order.channel === 'hall';
    if (isGuarded && blocking.length > 0) return { type: 'blocked', findings };
    const warnings = findings.filter((finding) => finding.severity === 'warning').length;
    if (isGuarded && warnings > 0 && !order.reason?.trim()) throw new DomainError(releaseErrors.REASON_NEEDED, { field: 'input.reason', params: { count: warnings } });
    await this.keepVersions(ctx, order);
    const bundle = await this.bundles.create(ctx, entries, channel.bundle, order.note);
    if (bundle.sha256 === channel.bundle) throw new DomainError(releaseErrors.NOTHING_TO_PUBLISH, { field: 'input.items' });
    return { type: 'published', channel: await this.move(ctx, channel, bundle, 'publish', order.note, order.requestedByName), bundle };
  }

  /** Points the channel at a bundle that it has shown before. Nothing is checked or computed, so it is instant. */
  async rollBack(ctx: RequestContext, channelName: string, baseRev: number, sha256: string, note: string): Promise<{ channel: Channel; bundle: Bundle }> {
    const channel = await this.lock(ctx, channelName);
    if (channel.rev !== baseRev) throw new DomainError(releaseErrors.CHANNEL_MOVED, { field: 'input.baseRev' });
    const bundle = await this.bundles.find(ctx, sha256);
    if (!bundle) throw new DomainError(releaseErrors.UNKNOWN_BUNDLE, { field: 'input.bundle' });
    if (channel.bundle === sha256) throw new DomainError(releaseErrors.ALREADY_THERE, { field: 'input.bundle' });
    if (!(await ctx.manager.existsBy(ChannelMove, { channel: channelName, toBundle: sha256 }))) throw new DomainError(releaseErrors.NEVER_SHOWN, { field: 'input.bundle' });
    return { channel: await this.move(ctx, channel, bundle, 'roll-back', note), bundle };
  }

  /** Points the channel at an imported bundle, for installations that are fed from files. */
  async adopt(ctx: RequestContext, channelName: string, entries: readonly BundleEntry[], note: string): Promise<Bundle> {
    const channel = await this.lock(ctx, channelName);
    const bundle = await this.bundles.create(ctx, entries, channel.bundle, note);
    if (bundle.sha256 !== channel.bundle) await this.move(ctx, channel, bundle, 'import', note);
    return bundle;
  }

  private async lock(ctx: RequestContext, name: string): Promise<Channel> {
    const channel = await ctx.manager.findOne(Channel, { where: { name }, lock: { mode: 'pessimistic_write' } });
    if (!channel) throw new DomainError(releaseErrors.UNKNOWN_CHANNEL, { params: { name: name.slice(0, 50) } });
    return channel;
  }

  private async move(ctx: RequestContext, channel: Channel, bundle: Bundle, reason: MoveReason, note: string, requestedByName?: string): Promise<Channel> {
    const rev = channel.rev + 1;
    await ctx.manager.update(Channel, { name: channel.name, rev: channel.rev }, { bundle: bundle.sha256, rev, updatedAt: new Date() });
    await ctx.manager.insert(ChannelMove, {
      channel: channel.name,
      fromBundle: channel.bundle,
      toBundle: bundle.sha256,
      rev,
      reason,
      note,
      byId: ctx.actor.id,
      byName: ctx.actor.name,
      requestedByName: requestedByName ?? null,
    } as never);
    await this.audit.append(ctx, { action: `release.${reason}`, target: { kind: 'channel', key: channel.name }, detail: { from: channel.bundle, to: bundle.sha256, note, requestedByName } });
    await this.events.publish(ctx, 'channel', { name: channel.name });
    return { ...channel, bundle: bundle.sha256, rev, updatedAt: new Date() };
  }

  private async keepVersions(ctx: RequestContext, order: PublishOrder): Promise<void> {
    for (const { kind, key, sha256 } of order.items) {
      if (sha256 !== null) await this.drafts.keep(ctx, await this.items.get(ctx, kind, key), sha256, order.note);
    }
  }

  /** The chosen items that somebody has published differently since the plan was made. */
  private async conflicts(ctx: RequestContext, order: PublishOrder, channel: Channel, current: readonly BundleEntry[]): Promise<ConflictingItem[]> {
    const baseMove = await ctx.manager.findOneBy(ChannelMove, { channel: channel.name, rev: order.baseRev });
    const base = indexed(await this.bundles.entries(ctx, baseMove?.toBundle ?? null));
    const now = indexed(current);
    const [last] = await ctx.manager.find(ChannelMove, { where: { channel: channel.name }, order: { id: 'DESC' }, take: 1 });
    const result: ConflictingItem[] = [];
    for (const { kind, key, sha256 } of order.items) {
      const before = base.get(`${kind}/${key}`) ?? null;
      const theirs = now.get(`${kind}/${key}`) ?? null;
      if (theirs === before || theirs === sha256) continue;
      const load = async (hash: string | null) => (hash === null ? null : this.contents.get(ctx, hash));
      const [baseContent, theirContent, ourContent] = [await load(before), await load(theirs), await load(sha256)];
      const item = await this.items.find(ctx, kind, key);
      result.push({
        kind,
        key,
        title: item?.title ?? key,
        yours: diffOf(kind, baseContent, ourContent),
        theirs: diffOf(kind, baseContent, theirContent),
        byName: last?.byName ?? '',
        at: last?.at ?? channel.updatedAt,
      });
    }
    return result;
  }
}

const indexed = (entries: readonly BundleEntry[]) => new Map(entries.map((entry) => [`${entry.kind}/${entry.key}`, entry.sha256]));
