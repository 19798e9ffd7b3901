import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** How long a load balancer is given to notice that we drain. */
const drainMs = 300;

@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  isReady = false;

  async beforeApplicationShutdown(): Promise<void> {
    this.isReady = false;
    await new Promise((resolve) => setTimeout(resolve, drainMs));
  }
}
