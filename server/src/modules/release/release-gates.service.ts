import type { Finding } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { LoadedBundle } from './loaded-bundle.js';

/** Judges a bundle before it is released, with more than its contents: a model, a run. */
export type ReleaseGate = (ctx: RequestContext, bundle: LoadedBundle) => Promise<Finding[]>;

/** Where modules announce what a release must pass beside the contract rules. */
@Injectable()
export class ReleaseGatesService {
  private readonly gates: ReleaseGate[] = [];

  register(gate: ReleaseGate): void {
    this.gates.push(gate);
  }

  async check(ctx: RequestContext, bundle: LoadedBundle): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const gate of this.gates) findings.push(...(await gate(ctx, bundle)));
    return findings;
  }
}
