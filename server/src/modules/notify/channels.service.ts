import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { notifyErrors } from './notify.errors.js';
import { type EmailSettings, NotifyChannel, type WebhookSettings } from './notify-channel.entity.js';
import { type ChannelName, channelNames, type DueDelivery } from './notify.types.js';
import { sendEmail } from './send-email.js';
import { sendWebhook } from './send-webhook.js';

export interface ChannelChange {
  name: string;
  enabled: boolean;
  settings: unknown;
  /** Absent keeps the one that is there; null or '' removes it. */
  secret?: string | null;
}

const empty: Record<ChannelName, NotifyChannel['settings']> = { webhook: { url: '' }, email: { host: '', port: 465, security: 'tls', user: '', from: '' } };
const securities = ['tls', 'starttls', 'none'];
const place = (name: ChannelName) => `notify-channel/${name}`;

/** How messages leave: the set-up of each channel, and sending by it. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly secrets: SecretBox,
    private readonly audit: AuditService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** All channels, those never set up included. */
  async list(ctx: RequestContext): Promise<NotifyChannel[]> {
    const rows = await ctx.manager.find(NotifyChannel);
    return channelNames.map((name) => rows.find((row) => row.name === name) ?? { name, enabled: false, settings: empty[name], secret: null, updatedAt: new Date(0), updatedByName: '' });
  }

  /** Names of those that are in use. */
  async enabled(ctx: RequestContext): Promise<ChannelName[]> {
    return (await this.list(ctx)).filter(({ enabled }) => enabled).map(({ name }) => name);
  }

  async save(ctx: RequestContext, change: ChannelChange): Promise<NotifyChannel> {
    const name = channelNames.find((one) => one === change.name);
    if (!name) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'input.name', params: { reason: channelNames.join(' | ') } });
    const settings = name === 'webhook' ? readWebhook(change.settings, change.enabled) : readEmail(change.settings, change.enabled);
    const before = (await this.list(ctx)).find((row) => row.name === name)!;
    const secret = change.secret === undefined ? before.secret : change.secret ? await this.secrets.seal(place(name), change.secret) : null;
    await ctx.manager.upsert(NotifyChannel, { name, enabled: change.enabled, settings, secret, updatedAt: new Date(), updatedByName: ctx.actor.name }, ['name']);
    await this.audit.append(ctx, { action: 'notify.save-channel', target: { kind: 'notify-channel', key: name }, detail: { enabled: change.enabled, settings, secretChanged: change.secret !== undefined } });
    return ctx.manager.findOneByOrFail(NotifyChannel, { name });
  }

  /** Sends by a channel. Throws DomainErrors; `details.isFinal` tells that another attempt is useless. */
  async send(ctx: RequestContext, due: DueDelivery, address: string | null): Promise<void> {
    const channel = await ctx.manager.findOneBy(NotifyChannel, { name: due.channel });
    if (!channel?.enabled) throw new DomainError(notifyErrors.CHANNEL_OFF);
    await this.sendBy(channel, due, address);
  }

  /** A message of no consequence, to see whether a channel works. The set-up is tried before it is in use, too. */
  async test(ctx: RequestContext, name: string, address: string | null): Promise<void> {
    const channel = (await this.list(ctx)).find((row) => row.name === name);
    if (!channel) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'name', params: { reason: channelNames.join(' | ') } });
    if (channel.name === 'webhook') readWebhook(channel.settings, true);
    else readEmail(channel.settings, true);
    if (channel.name === 'email' && !isEmailAddress(address ?? '')) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'address', params: { reason: ctx.language === 'zh' ? '请填写收件邮箱' : 'give the address to send to' } });
    const isChinese = ctx.language === 'zh';
    const title = isChinese ? '测试消息' : 'Test message';
    const body = isChinese ? '收到这条消息，说明通知渠道设置正确。' : 'If you receive this, the channel is set up right.';
    await this.audit.append(ctx, { action: 'notify.test-channel', target: { kind: 'notify-channel', key: channel.name } });
    await this.sendBy(channel, { delivery: randomUUID(), channel: channel.name, notification: '', recipient: { realm: 'test', id: 'test' }, title, body, link: null, topic: 'test', createdAt: new Date(), attempts: 1 }, address);
  }

  private async sendBy(channel: NotifyChannel, due: DueDelivery, address: string | null): Promise<void> {
    const secret = channel.secret === null ? null : await this.secrets.open(place(channel.name), channel.secret);
    const { delivery: id, title, body, link, topic, recipient, createdAt } = due;
    const allowed = this.environment.notifyPrivateHosts;
    if (channel.name === 'webhook') await sendWebhook((channel.settings as WebhookSettings).url, secret, { id, topic, at: createdAt.toISOString(), recipient, title, body, link }, allowed);
    else if (address) await sendEmail(channel.settings as EmailSettings, secret, { id, to: address, subject: title, text: link && /^https?:/.test(link) ? `${body}\n\n${link}` : body }, allowed);
    else throw new DomainError(notifyErrors.SEND_FAILED, { params: { reason: 'no address' }, details: { isFinal: true } });
  }
}

/** One address, without names, lists or control characters that would add headers. */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>"(),:;\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

function readWebhook(value: unknown, isNeeded: boolean): WebhookSettings {
  const { url = '' } = (value ?? {}) as Partial<Record<keyof WebhookSettings, unknown>>;
  if (url === '' && !isNeeded) return { url };
  const parsed = typeof url === 'string' && url.length <= 2_000 && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password) throw incomplete('url');
  return { url: url as string };
}

function readEmail(value: unknown, isNeeded: boolean): EmailSettings {
  const { host = '', port = 465, security = 'tls', user = '', from = '' } = (value ?? {}) as Partial<Record<keyof EmailSettings, unknown>>;
  const isHost = typeof host === 'string' && (isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host));
  if (!isHost && (isNeeded || host !== '')) throw incomplete('host');
  if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65_535) throw incomplete('port');
  if (!securities.includes(security as string)) throw incomplete('security');
  if (typeof user !== 'string' || user.length > 200) throw incomplete('user');
  const address = typeof from === 'string' ? (/^[^<>"\r\n]{0,100}<([^<>]+)>$/.exec(from)?.[1] ?? from) : '';
  if (!isEmailAddress(address) && (isNeeded || from !== '')) throw incomplete('from');
  return { host, port, security, user, from } as EmailSettings;
}

const incomplete = (field: string) => new DomainError(notifyErrors.CHANNEL_INCOMPLETE, { field: `input.settings.${field}`, params: { field } });
