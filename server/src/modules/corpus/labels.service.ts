import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { LabelKeys } from './check-utterance.js';
import type { UtteranceDraft } from './utterance.types.js';

/** Which intents and slots exist, so that a label names one of them. */
@Injectable()
export class LabelsService {
  /** Of the labels that these utterances use, those that exist and are not deleted. */
  async existing(ctx: RequestContext, drafts: readonly UtteranceDraft[]): Promise<LabelKeys> {
    const intents = [...new Set(drafts.flatMap(({ intent }) => (intent === null ? [] : [intent])))];
    const slots = [...new Set(drafts.flatMap(({ entities }) => entities.map(({ slot }) => slot)))];
    const rows = await ctx.manager.query<{ kind: string; key: string }[]>(
      `SELECT kind, key FROM config_item WHERE deleted_at IS NULL AND ((kind = 'intent' AND key = ANY($1)) OR (kind = 'slot' AND key = ANY($2)))`,
      [intents, slots],
    );
    const keys = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.key));
    return { intents: keys('intent'), slots: keys('slot') };
  }
}
