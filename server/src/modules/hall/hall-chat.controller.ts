import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { type Caller, ConversationsService, type SpokenTurn } from '../dialog/conversations.service.js';
import { SuggestionsService } from '../dialog/suggestions.service.js';
import { ApplicantReaderService } from './applicant-reader.service.js';
import { hallActor, HallBundleService } from './hall-bundle.service.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { EventStream } from './sse.js';

/** A stream ends by itself after so long: the client comes again, and a key that was revoked meanwhile does not. */
const streamMs = 15 * 60_000;
const eventStream = 'text/event-stream';

interface OpenBody {
  service?: unknown;
  session?: unknown;
}

/** Conversations with the assistant, of a citizen who may have signed in or not. */
@Controller('hall/v1/chat')
@UseGuards(RateLimitGuard)
export class HallChatController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly conversations: ConversationsService,
    private readonly applicants: ApplicantReaderService,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Post('sessions')
  @HttpCode(201)
  @Allow(Permission.HallChat)
  async open(@Ctx() ctx: RequestContext, @Req() request: Request, @Body() body: OpenBody | undefined) {
    const [service, session] = [optionalText(body?.service, 'service'), optionalText(body?.session, 'session')];
    const [bundle, caller] = [await this.bundles.current(ctx), await this.caller(ctx, request)];
    const opened = session === null ? await this.conversations.open(ctx, bundle, caller, service) : await this.conversations.resume(ctx, bundle, caller, session, service);
    return { session: opened.session, ...shown(opened, caller) };
  }

  @Post('sessions/:id/turns')
  @HttpCode(200)
  @Allow(Permission.HallChat)
  async say(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: { input?: unknown; after?: unknown } | undefined,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<void> {
    const [bundle, caller] = [await this.bundles.current(ctx), await this.caller(ctx, request)];
    const spoken = await this.conversations.say(ctx, bundle, caller, id, { input: body?.input, after: body?.after, idempotencyKey: idempotencyKey ?? null });
    const answer = shown(spoken, caller);
    if (request.accepts(['application/json', eventStream]) !== eventStream) return void response.json(answer);
    const stream = new EventStream(response);
    for (const block of answer.reply.blocks) stream.send('block', block);
    stream.send('done', answer, answer.turn);
    stream.end();
  }

  @Get('sessions/:id')
  @Allow(Permission.HallChat)
  async since(@Ctx() ctx: RequestContext, @Req() request: Request, @Param('id') id: string, @Query('after') after?: string) {
    const caller = await this.caller(ctx, request);
    return this.conversations.since(ctx, await this.bundles.current(ctx), caller, id, readAfter(after));
  }

  /** Turns as they come, from whichever side and device. `Last-Event-ID` takes up where a broken stream ended. */
  @Get('sessions/:id/events')
  @Allow(Permission.HallChat)
  async events(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('id') id: string, @Query('after') after?: string, @Headers('last-event-id') lastEventId?: string): Promise<void> {
    const caller = await this.caller(ctx, request);
    let seen = readAfter(lastEventId ?? after);
    const read = async () => this.conversations.since(ctx, await this.bundles.current(ctx), caller, id, seen);
    // What may not be read is refused before a stream begins.
    const first = await read();
    const stream = new EventStream(response);
    const send = ({ turns, state }: typeof first) => {
      for (const turn of turns) stream.send('turn', turn, turn.turn);
      seen = turns.at(-1)?.turn ?? seen;
      stream.send('state', state);
    };
    send(first);
    let work = Promise.resolve();
    const stop = this.conversations.follow(id, () => (work = work.then(async () => send(await read())).catch(() => stream.end())));
    const timer = setTimeout(() => stream.end(), streamMs);
    response.once('close', () => {
      stop();
      clearTimeout(timer);
    });
  }

  @Get('suggestions')
  @Allow(Permission.HallChat)
  async suggest(@Ctx() ctx: RequestContext, @Query('q') q?: unknown) {
    if (q !== undefined && typeof q !== 'string') throw new DomainError(commonErrors.INVALID_INPUT, { field: 'q', params: { reason: 'q' } });
    const bundle = await this.bundles.current(ctx);
    return { bundle: bundle.sha256, ...(await this.suggestions.find(ctx, bundle, q ?? '')) };
  }

  private async caller(ctx: RequestContext, request: Request): Promise<Caller> {
    const { realm, channel } = hallActor(ctx);
    return { realm, channel, applicant: await this.applicants.find(ctx, request) };
  }
}

/** How a turn was understood is for whoever tries the hall out. */
function shown({ trace, turn, bundle, said, reply, state }: SpokenTurn, { realm }: Caller) {
  return { turn, bundle, said, reply, state, ...(realm.startsWith('preview:') && { trace }) };
}

function optionalText(value: unknown, field: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || value.length > 200) throw new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason: field } });
  return value;
}

function readAfter(text: string | undefined): number {
  const after = Number(text ?? -1);
  if (!Number.isInteger(after) || after < -1) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'after', params: { reason: 'after: 0, 1, 2, …' } });
  return after;
}
