import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { log } from '../logging/log.js';
import { AuditService } from './audit.service.js';

/** What is younger than this may be altered unseen by who owns the database. */
const intervalMs = 10_000;

/** Seals the log in batches, beside the mutations, which a chain written at every commit would serialise. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly audit: AuditService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.seal(), intervalMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.seal();
  }

  private async seal(): Promise<void> {
    await this.audit.seal().catch((error: unknown) => log.warn({ err: error }, 'sealing the audit log'));
  }
}
