import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';

/** How what applicants tell of themselves is kept: sealed, bound to the person and the field. The one place that knows. */
@Injectable()
export class PersonalStore {
  constructor(private readonly secrets: SecretBox) {}

  async seal(_ctx: RequestContext, person: string, field: string, value: unknown): Promise<string> {
    return this.secrets.seal(`push/${person}/${field}`, JSON.stringify(value));
  }

  async open(_ctx: RequestContext, person: string, field: string, sealed: string): Promise<unknown> {
    return JSON.parse(await this.secrets.open(`push/${person}/${field}`, sealed)) as unknown;
  }
}
