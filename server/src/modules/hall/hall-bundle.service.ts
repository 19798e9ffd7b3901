import { Injectable } from '@nestjs/common';
import type { HallActor } from '../../platform/actor/actor.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { BundlesService, type LoadedBundle } from '../release/bundles.service.js';
import { hallErrors } from './hall.errors.js';

/** A move reaches us by NOTIFY; when one is lost, this old a pointer is read anew. */
const pollMs = 2_000;

/** What each channel shows, without a query per request. */
@Injectable()
export class HallBundleService {
  private readonly pointers = new Map<string, { bundle: Promise<LoadedBundle | null>; readAt: number }>();

  constructor(
    private readonly bundles: BundlesService,
    events: EventBus,
  ) {
    events.subscribe('channel', ({ name }) => this.pointers.delete(name));
    events.onReconnect(() => this.pointers.clear());
  }

  /** The one consistent bundle that this request reads. Throws where nothing is published. */
  async current(ctx: RequestContext): Promise<LoadedBundle> {
    const { channel } = hallActor(ctx);
    let pointer = this.pointers.get(channel);
    if (!pointer || Date.now() - pointer.readAt > pollMs) {
      pointer = { bundle: this.bundles.current(ctx, channel), readAt: Date.now() };
      this.pointers.set(channel, pointer);
      pointer.bundle.catch(() => this.pointers.delete(channel));
    }
    const bundle = await pointer.bundle;
    if (!bundle) throw new DomainError(hallErrors.NOTHING_PUBLISHED);
    return bundle;
  }
}

export function hallActor(ctx: RequestContext): HallActor {
  if (ctx.actor.kind !== 'hall') throw new DomainError(hallErrors.NOT_A_HALL);
  return ctx.actor;
}
