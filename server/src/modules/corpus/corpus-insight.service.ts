import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { Utterance } from './utterance.entity.js';
import { foldedText } from './utterance-text.js';

export interface Similar {
  utterance: Utterance;
  /** Share of common trigrams, 0 to 1. */
  similarity: number;
  /** Carries another intent than the one asked about. */
  clash: boolean;
}

export interface CorpusHealth {
  total: number;
  labelled: number;
  byIntent: { intent: string; count: number }[];
  /** Utterances whose words another one has too, punctuation aside. */
  duplicates: number;
  /** Of those, the ones that carry different intents. */
  clashes: number;
}

/** What stands out in the corpus: near duplicates, contradictions, what is missing. */
@Injectable()
export class CorpusInsightService {
  /** The most similar utterances by trigrams of the folded text; those of another intent come with `clash`. */
  async similar(ctx: RequestContext, text: string, intent: string | null, take: number): Promise<Similar[]> {
    const folded = foldedText(text).slice(0, 2_000);
    if (folded === '') return [];
    const rows = await ctx.manager.query<{ id: string; similarity: number }[]>(
      'SELECT id, similarity(folded, $1) AS similarity FROM utterance WHERE deleted_at IS NULL AND folded % $1 ORDER BY similarity DESC, id LIMIT $2',
      [folded, Math.min(Math.max(take, 1), 50)],
    );
    if (rows.length === 0) return [];
    const found = await ctx.manager.createQueryBuilder(Utterance, 'u').where('u.id = ANY(:ids::uuid[])', { ids: rows.map((row) => row.id) }).getMany();
    const byId = new Map(found.map((utterance) => [utterance.id, utterance]));
    return rows.flatMap(({ id, similarity }) => {
      const utterance = byId.get(id);
      return utterance ? [{ utterance, similarity: Number(similarity), clash: intent !== null && utterance.intent !== null && utterance.intent !== intent }] : [];
    });
  }

  async health(ctx: RequestContext): Promise<CorpusHealth> {
    const byIntent = await ctx.manager.query<{ intent: string | null; count: number }[]>('SELECT intent, count(*)::int AS count FROM utterance WHERE deleted_at IS NULL GROUP BY intent ORDER BY count DESC, intent');
    const [twins] = await ctx.manager.query<{ duplicates: number; clashes: number }[]>(
      `SELECT coalesce(sum(c), 0)::int AS duplicates, coalesce(sum(c) FILTER (WHERE intents > 1), 0)::int AS clashes
         FROM (SELECT count(*) AS c, count(DISTINCT intent) AS intents FROM utterance WHERE deleted_at IS NULL GROUP BY folded HAVING count(*) > 1) t`,
    );
    const total = byIntent.reduce((sum, row) => sum + row.count, 0);
    const labelled = byIntent.filter((row): row is { intent: string; count: number } => row.intent !== null);
    return { total, labelled: labelled.reduce((sum, row) => sum + row.count, 0), byIntent: labelled, duplicates: twins!.duplicates, clashes: twins!.clashes };
  }
}
