import { accessOf, type FieldError } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import type { Interpretation, InterpretView, SlotValue } from '../serving/interpretation.types.js';
import { bindingsOf, InterpretViewsService } from '../serving/interpret-views.service.js';
import { ServingService } from '../serving/serving.service.js';
import { hallErrors } from './hall.errors.js';

/** Code points. What people type into a hall is a sentence or a paragraph. */
const maxText = 2_000;

export interface Understanding {
  modelVersion: number | null;
  intent: { key: string; title: string; confidence: number } | null;
  outOfScope: boolean;
  service: { key: string; title: string } | null;
  slots: Omit<SlotValue, 'source' | 'score'>[];
  alternatives: { key: string; title: string; confidence: number }[];
}

export interface Prefill {
  modelVersion: number | null;
  data: Record<string, unknown>;
  slots: Understanding['slots'];
  errors: FieldError[];
}

/** What an utterance wants and says, by the model and the forms of one bundle. */
@Injectable()
export class UnderstandingService {
  private readonly views = new WeakMap<LoadedBundle, InterpretView>();

  constructor(
    private readonly serving: ServingService,
    private readonly interpretViews: InterpretViewsService,
  ) {}

  async interpret(ctx: RequestContext, bundle: LoadedBundle, text: unknown): Promise<Understanding> {
    const model = modelOf(bundle);
    const answer = await this.ask(ctx, bundle, checkedText(text), this.viewOf(bundle));
    const [best, ...others] = answer.intents;
    const body = best && !answer.outOfScope ? bundle.get('intent', best.key) : null;
    const service = body?.service ? bundle.get('service', body.service) : null;
    return {
      modelVersion: model.version,
      intent: best && !answer.outOfScope ? best : null,
      outOfScope: answer.outOfScope,
      service: body?.service && service ? { key: body.service, title: service.title } : null,
      slots: answer.slots.map(shown),
      alternatives: answer.outOfScope ? answer.intents : others,
    };
  }

  /** Data for a form of the caller's choice, with what is wrong about it. Values that cannot be read stay as they were typed. */
  async prefill(ctx: RequestContext, bundle: LoadedBundle, serviceKey: string, text: unknown): Promise<Prefill> {
    const service = bundle.get('service', serviceKey);
    const form = service?.form ? bundle.get('form', service.form) : null;
    const validator = service?.form ? bundle.validator(service.form) : null;
    if (!service || !form || !validator) throw new DomainError(hallErrors.FORM_NOT_FOUND, { field: 'key', params: { key: serviceKey.slice(0, 80) } });
    const view = this.viewOf(bundle);
    const bindings = bindingsOf(form);
    const answer = await this.ask(ctx, bundle, checkedText(text), { ...view, bindings: () => bindings });
    const access = bundle.startAccess(service.workflow);
    const data: Record<string, unknown> = {};
    for (const { field, value, text: typed } of answer.slots) {
      if (field !== null && accessOf(access, field) === 'edit' && !Object.hasOwn(data, field)) data[field] = value ?? typed;
    }
    const errors = validator.validate(data, { language: ctx.language, step: access }).filter((error) => Object.hasOwn(data, error.field));
    return { modelVersion: modelOf(bundle).version, data, slots: answer.slots.map(shown), errors };
  }

  private async ask(ctx: RequestContext, bundle: LoadedBundle, text: string, view: InterpretView): Promise<Interpretation> {
    const [answer] = await this.serving.interpret(ctx, modelOf(bundle).artifact, [text], view);
    return answer!;
  }

  private viewOf(bundle: LoadedBundle): InterpretView {
    let view = this.views.get(bundle);
    if (!view) this.views.set(bundle, (view = this.interpretViews.ofContents(bundle)));
    return view;
  }
}

const shown = ({ source: _source, score: _score, ...slot }: SlotValue) => slot;

function modelOf(bundle: LoadedBundle) {
  const [key] = bundle.keys('model');
  const model = key === undefined ? null : bundle.get('model', key);
  if (!model) throw new DomainError(hallErrors.NO_MODEL);
  return model;
}

function checkedText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw new DomainError(hallErrors.TEXT_MISSING, { field: 'text' });
  if (text.length > maxText * 2 || [...text].length > maxText) throw new DomainError(hallErrors.TEXT_TOO_LONG, { field: 'text', params: { limit: maxText } });
  return text;
}
