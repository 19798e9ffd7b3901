import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { foldedText, textHash } from './utterance-text.js';
import type { UtteranceDraft, UtteranceSource } from './utterance.types.js';

export interface NewRow extends UtteranceDraft {
  source: UtteranceSource;
  origin?: string | null;
}

/** Inserts in one statement; a text that is there already is left alone. Answers the id of each row, null for those left out. */
export async function insertUtterances(ctx: RequestContext, rows: readonly NewRow[]): Promise<(string | null)[]> {
  const values = rows.map((row) => ({ id: randomUUID(), text: row.text, text_hash: textHash(row.text), folded: foldedText(row.text), intent: row.intent, entities: row.entities, source: row.source, origin: row.origin ?? null }));
  const inserted = await ctx.manager.query<{ id: string }[]>(
    `INSERT INTO utterance (id, text, text_hash, folded, intent, entities, source, origin, by_id, by_name)
     SELECT v.id, v.text, v.text_hash, v.folded, v.intent, v.entities, v.source, v.origin, $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, text text, text_hash text, folded text, intent text, entities jsonb, source text, origin uuid)
     ON CONFLICT (text_hash) WHERE deleted_at IS NULL DO NOTHING RETURNING id`,
    [JSON.stringify(values), ctx.actor.id, ctx.actor.name],
  );
  const kept = new Set(inserted.map((row) => row.id));
  return values.map(({ id }) => (kept.has(id) ? id : null));
}

export interface Twin {
  id: string;
  text_hash: string;
  intent: string | null;
  origin: string | null;
}

/** The utterances that hold these texts now, by the hash of the text. */
export async function twinsOf(manager: EntityManager, hashes: readonly string[]): Promise<Map<string, Twin>> {
  const rows = await manager.query<Twin[]>('SELECT id, text_hash, intent, origin FROM utterance WHERE deleted_at IS NULL AND text_hash = ANY($1)', [[...hashes]]);
  return new Map(rows.map((row) => [row.text_hash, row]));
}
