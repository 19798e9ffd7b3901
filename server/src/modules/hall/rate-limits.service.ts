import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { SettingsService } from '../../platform/settings/settings.service.js';

/** Changed limits count after so long. */
const settingsMs = 5_000;
/** After so many requests the buckets that have filled up again are thrown away. */
const sweepEvery = 1_000;
/** A generous limit is taken from the database in so many parts a minute, so that not every request waits for the one row of its key. */
const partsPerMinute = 600;
/** A part that is not used by then is lost. */
const partMs = 1_000;

/** Token buckets in the database, so that the limits hold over all replicas. A bucket holds what one minute allows. */
@Injectable()
export class RateLimitsService {
  private limits: { perKey: number; perCitizen: number; readAt: number } | null = null;
  private taken = 0;
  private readonly parts = new Map<string, { left: number; until: number }>();

  constructor(private readonly settings: SettingsService) {}

  /** Takes one request of the key, and one of the citizen where he is known. Throws TOO_MANY_REQUESTS. */
  async take(ctx: RequestContext, key: string, citizen: string | null): Promise<void> {
    const { perKey, perCitizen } = await this.current(ctx);
    await this.takeFrom(ctx, `key:${key}`, perKey);
    if (citizen !== null) await this.takeFrom(ctx, citizen, perCitizen);
  }

  private async takeFrom(ctx: RequestContext, bucket: string, perMinute: number): Promise<void> {
    const part = this.parts.get(bucket);
    if (part && part.left > 0 && Date.now() < part.until) {
      part.left -= 1;
      return;
    }
    const share = Math.max(1, Math.floor(perMinute / partsPerMinute));
    const got = (await this.draw(ctx, bucket, perMinute, share)) ? share : share > 1 && (await this.draw(ctx, bucket, perMinute, 1)) ? 1 : 0;
    if (got === 0) throw new DomainError(commonErrors.TOO_MANY_REQUESTS, { params: { seconds: Math.ceil(60 / perMinute) } });
    if (got > 1) this.parts.set(bucket, { left: got - 1, until: Date.now() + partMs });
  }

  private async draw(ctx: RequestContext, bucket: string, perMinute: number, count: number): Promise<boolean> {
    const rows = await ctx.manager.query<unknown[]>(
      `INSERT INTO hall_rate AS r (bucket, tokens, at) VALUES ($1, $2::float8 - $3::float8, clock_timestamp())
       ON CONFLICT (bucket) DO UPDATE
         SET tokens = least($2::float8, r.tokens + extract(epoch FROM clock_timestamp() - r.at) * $2::float8 / 60) - $3::float8, at = clock_timestamp()
         WHERE least($2::float8, r.tokens + extract(epoch FROM clock_timestamp() - r.at) * $2::float8 / 60) >= $3::float8
       RETURNING 1`,
      [bucket, perMinute, count],
    );
    this.taken += 1;
    if (this.taken % sweepEvery === 0) await ctx.manager.query(`DELETE FROM hall_rate WHERE at < now() - interval '2 minutes'`);
    return rows.length > 0;
  }

  private async current(ctx: RequestContext) {
    if (!this.limits || Date.now() - this.limits.readAt > settingsMs) {
      const { hallRequestsPerMinute: perKey, citizenRequestsPerMinute: perCitizen } = await this.settings.get(ctx);
      this.limits = { perKey, perCitizen, readAt: Date.now() };
    }
    return this.limits;
  }
}
