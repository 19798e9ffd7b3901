import { Body, Controller, Post } from '@nestjs/common';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { ApiKeysService, hallScopes } from '../access/api-keys.service.js';
import { signApplicant } from './applicant-token.js';

const lifetimeMs = 2 * 3_600_000;
const channels = ['hall', 'sandbox'];

/** 大厅预览: a short-lived hall key and a fictional applicant, so that the preview uses the hall's API and nothing else. */
@Controller('api/preview-session')
export class PreviewController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Allow(Permission.PreviewUse)
  async open(@Ctx() ctx: RequestContext, @Body() body: { channel?: unknown }) {
    const channel = body.channel ?? 'hall';
    if (typeof channel !== 'string' || !channels.includes(channel)) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'channel', params: { reason: channels.join(' | ') } });
    const expiresAt = new Date(Date.now() + lifetimeMs);
    return ctx.transaction(async (tx) => {
      const { apiKey, secret } = await this.keys.create(tx, { name: `preview ${channel}`, scopes: [...hallScopes], channel, expiresAt, isPreview: true });
      const applicant = { id: `preview-${ctx.actor.id}`, name: '预览申请人' };
      const applicantToken = await signApplicant(applicant, await this.keys.applicantSecret(tx, apiKey.id), expiresAt);
      return { key: secret, applicantToken, channel, expiresAt };
    });
  }
}
