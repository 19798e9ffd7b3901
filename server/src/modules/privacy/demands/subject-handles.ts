import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { DataKeysService } from '../keys/data-keys.service.js';
import { decrypt, encrypt, fromEnvelope, toEnvelope } from '../keys/envelope.js';
import { privacyErrors } from '../privacy.errors.js';
import type { DataSubject } from '../privacy.types.js';

const place = 'subject';

/** Names a person in an address or a list without saying who he is. Good until the data key is deleted. */
@Injectable()
export class SubjectHandles {
  constructor(private readonly keys: DataKeysService) {}

  async of(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<string> {
    const { id, key } = await this.keys.active(ctx, 'record');
    return toEnvelope(id, encrypt(key, Buffer.from(JSON.stringify({ realm, applicantId })), place));
  }

  /** Throws SUBJECT_UNKNOWN for what is no handle. */
  async read(ctx: RequestContext, handle: string): Promise<DataSubject> {
    const envelope = fromEnvelope(handle);
    try {
      return JSON.parse(decrypt(await this.keys.get(ctx, envelope!.keyId), envelope!.encrypted, place).toString()) as DataSubject;
    } catch {
      throw new DomainError(privacyErrors.SUBJECT_UNKNOWN);
    }
  }
}
