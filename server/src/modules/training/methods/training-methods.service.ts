import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { trainingErrors } from '../training.errors.js';
import { FullMethod } from './full.method.js';
import { HeadMethod } from './head.method.js';
import { type Hyper, hyperDefaults, parseHyper } from './hyper-field.js';
import type { TrainingMethod, TrainingPreset } from './training-method.js';

/** Every way to train. */
@Injectable()
export class TrainingMethodsService {
  private readonly methods: readonly TrainingMethod[];

  constructor(head: HeadMethod, full: FullMethod) {
    this.methods = [head, full];
  }

  list(): readonly TrainingMethod[] {
    return this.methods;
  }

  /** Throws UNKNOWN_METHOD. */
  get(key: string, field = 'input.method'): TrainingMethod {
    const method = this.methods.find((candidate) => candidate.key === key);
    if (!method) throw new DomainError(trainingErrors.UNKNOWN_METHOD, { field, params: { method: key.slice(0, 50), known: this.methods.map((known) => known.key).join(', ') } });
    return method;
  }

  /** The preset of that key, else the method's first. Throws UNKNOWN_PRESET. */
  preset(method: TrainingMethod, key: string | null | undefined): TrainingPreset {
    const preset = key ? method.presets.find((candidate) => candidate.key === key) : method.presets[0];
    if (!preset) throw new DomainError(trainingErrors.UNKNOWN_PRESET, { field: 'input.preset', params: { preset: (key ?? '').slice(0, 50), known: method.presets.map((known) => known.key).join(', ') } });
    return preset;
  }

  /** Hyper-parameters of the preset with those given over them; those only that differ from the defaults. */
  hyper(method: TrainingMethod, preset: TrainingPreset, given: unknown): Hyper {
    parseHyper(method.fields, given);
    return parseHyper(method.fields, { ...preset.hyper, ...(given as Hyper | null | undefined) });
  }

  /** With the defaults filled in. */
  complete(method: TrainingMethod, hyper: Hyper): Hyper {
    return { ...hyperDefaults(method.fields), ...hyper };
  }
}
