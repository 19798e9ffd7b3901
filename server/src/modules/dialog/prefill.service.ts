import { startDialog, type TurnTrace } from '@banshi/dialog';
import type { FieldError } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { dialogErrors } from './dialog.errors.js';
import { worldOf } from './dialog-world.js';
import { parseText } from './parse-input.js';
import { ReadingService } from './reading.service.js';
import { takeTurn } from './take-turn.js';

export interface PrefilledForm {
  service: { key: string; title: string } | null;
  data: Record<string, unknown>;
  errors: FieldError[];
  /** Every value that was found, and why it was taken or not. */
  values: TurnTrace['values'];
}

/** A form filled from a paragraph, as a conversation would fill it; nothing is kept. */
@Injectable()
export class PrefillService {
  constructor(private readonly reading: ReadingService) {}

  /** Without a service, the text says which. */
  async prefill(ctx: RequestContext, bundle: LoadedBundle, written: unknown, service: string | null): Promise<PrefilledForm> {
    const text = parseText(written, 'text');
    if (text.trim() === '') throw new DomainError(dialogErrors.MESSAGE_MISSING, { field: 'text' });
    if (service !== null && !bundle.get('service', service)) throw new DomainError(dialogErrors.SERVICE_NOT_FOUND, { field: 'service', params: { key: service.slice(0, 80) } });
    const world = worldOf(bundle);
    const context = { now: new Date(), language: ctx.language, profile: {} };
    const opened = takeTurn(startDialog(), world, service === null ? { type: 'open' } : { type: 'open', service }, context);
    const { standing, trace } = takeTurn(opened.state, world, { type: 'text', text, understanding: await this.reading.understandText(ctx, bundle, text), answer: null }, context);
    const title = standing.service === null ? null : (bundle.get('service', standing.service)?.title ?? standing.service);
    return { service: standing.service === null || title === null ? null : { key: standing.service, title }, data: standing.data, errors: standing.errors, values: trace.values };
  }
}
