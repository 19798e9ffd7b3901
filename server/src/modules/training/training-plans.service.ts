import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { BaseModel } from '../registry/base-model.types.js';
import { BaseModelsService } from '../registry/base-models.service.js';
import type { ExecutorKey, TrainingDevice } from './executors/training-executor.js';
import { TrainingExecutorsService } from './executors/training-executors.service.js';
import type { Hyper } from './methods/hyper-field.js';
import type { TrainingMethod, TrainingPreset, VariantKey } from './methods/training-method.js';
import { TrainingMethodsService } from './methods/training-methods.service.js';
import { trainingErrors } from './training.errors.js';

const maxSeed = 2 ** 31 - 1;

/** How somebody wants to train. */
export interface TrainingRequest {
  trainingSet: string;
  snapshot?: string | null;
  method: string;
  preset?: string | null;
  /** Undefined: the one that ships, where the method can use it; null: none. */
  baseModel?: string | null;
  hyperParameters?: unknown;
  executor?: string;
  device?: string | null;
  variants?: string[];
  seed?: number | null;
}

/** The same, checked and filled in. */
export interface TrainingPlan {
  method: TrainingMethod;
  preset: TrainingPreset;
  base: BaseModel | null;
  /** Those that differ from the defaults. */
  hyper: Hyper;
  executor: ExecutorKey;
  device: TrainingDevice;
  variants: VariantKey[];
  seed: number;
}

/** Checks what somebody wants before anything is done about it. */
@Injectable()
export class TrainingPlansService {
  constructor(
    private readonly methods: TrainingMethodsService,
    private readonly executors: TrainingExecutorsService,
    private readonly bases: BaseModelsService,
  ) {}

  /** Throws a DomainError that names the field. */
  async make(ctx: RequestContext, request: TrainingRequest, options: { checkAvailability: boolean } = { checkAvailability: true }): Promise<TrainingPlan> {
    const method = this.methods.get(request.method);
    const preset = this.methods.preset(method, request.preset);
    const hyper = this.methods.hyper(method, preset, request.hyperParameters);
    const executor = oneOf(method.executors, request.executor ?? 'local', 'executor', method);
    // A preset's device is a wish: a method or an executor without it falls back.
    const device = request.device ? oneOf(method.devices, request.device, 'device', method) : method.devices.includes(preset.device) ? preset.device : 'auto';
    const variants = [...new Set(request.variants ?? [])].map((variant) => oneOf(method.variants, variant, 'variants', method));
    const seed = request.seed ?? 1;
    if (!Number.isInteger(seed) || seed < 0 || seed > maxSeed) throw new DomainError(trainingErrors.INVALID_SEED, { field: 'input.seed' });
    const base = await this.base(ctx, method, request.baseModel);
    if (variants.includes('distilled') && !(await this.bases.shipped(ctx))) throw new DomainError(trainingErrors.DISTIL_NEEDS_ENCODER, { field: 'input.variants' });
    if (options.checkAvailability && method.isLong) await this.executors.checkAvailable(executor, device);
    return { method, preset, base, hyper, executor, device, variants, seed };
  }

  /** Throws BASE_MODEL_DAMAGED or NOT_FOUND where a training could not start from it. */
  async checkBase(ctx: RequestContext, id: string): Promise<void> {
    await this.bases.folder(await this.bases.get(ctx, id));
  }

  private async base(ctx: RequestContext, method: TrainingMethod, id: string | null | undefined): Promise<BaseModel | null> {
    if (method.base === 'none') {
      if (id) throw new DomainError(trainingErrors.BASE_NOT_USED, { field: 'input.baseModel', params: { method: method.key } });
      return null;
    }
    const base = id ? await this.bases.get(ctx, id) : id === undefined ? await this.bases.shipped(ctx) : null;
    if (id && base && !base.methods.includes(method.key)) throw new DomainError(trainingErrors.BASE_UNSUITABLE, { field: 'input.baseModel', params: { base: base.name, method: method.key } });
    const suitable = base?.methods.includes(method.key) ? base : null;
    if (!suitable && method.base === 'required') throw new DomainError(trainingErrors.BASE_REQUIRED, { field: 'input.baseModel', params: { method: method.key } });
    if (suitable) await this.bases.folder(suitable);
    return suitable;
  }
}

function oneOf<T extends string>(known: readonly T[], given: string, field: string, method: TrainingMethod): T {
  const match = known.find((value) => value === given);
  if (match === undefined) throw new DomainError(trainingErrors.NOT_OF_METHOD, { field: `input.${field}`, params: { method: method.key, value: given.slice(0, 50), known: known.join(', ') || '–' } });
  return match;
}
