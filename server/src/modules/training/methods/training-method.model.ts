import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Language } from '../../../platform/actor/request-context.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import type { HyperField } from './hyper-field.js';
import { hyperDefaults } from './hyper-field.js';
import type { TrainingMethod } from './training-method.js';

@ObjectType('TrainingFieldChoice')
export class TrainingFieldChoiceModel {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType('TrainingField', { description: 'A hyper-parameter, so that a form can be drawn of it.' })
export class TrainingFieldModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  help!: string;

  @Field(() => String, { description: 'integer, number, numbers (a list), boolean or choice' })
  type!: string;

  @Field(() => JsonScalar)
  default!: unknown;

  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of `numbers`.' })
  maxItems!: number | null;

  @Field(() => Boolean, { description: 'Steps are factors, as with learning rates.' })
  isLogarithmic!: boolean;

  @Field(() => Boolean, { description: 'To be shown on request only.' })
  isAdvanced!: boolean;

  @Field(() => [TrainingFieldChoiceModel], { nullable: true })
  choices!: TrainingFieldChoiceModel[] | null;
}

@ObjectType('TrainingPreset')
export class TrainingPresetModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  help!: string;

  @Field(() => JsonScalar, { description: 'Those hyper-parameters that differ from the defaults.' })
  hyperParameters!: unknown;

  @Field(() => String, { description: 'auto, cpu or cuda' })
  device!: string;
}

@ObjectType('TrainingMethod')
export class TrainingMethodModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  help!: string;

  @Field(() => String, { description: 'Whether it starts from a base model: none, optional or required.' })
  base!: string;

  @Field(() => [String], { description: 'Keys of the executors that can run it.' })
  executors!: string[];

  @Field(() => [String], { description: 'Of auto, cpu, cuda.' })
  devices!: string[];

  @Field(() => [String], { description: 'What can be made besides the model: int8, distilled.' })
  variants!: string[];

  @Field(() => Boolean, { description: 'It may take hours, and can be resumed.' })
  isLong!: boolean;

  @Field(() => [TrainingFieldModel])
  fields!: TrainingFieldModel[];

  @Field(() => JsonScalar, { description: 'The default of each hyper-parameter.' })
  defaults!: unknown;

  @Field(() => [TrainingPresetModel], { description: 'The first is taken where none is named.' })
  presets!: TrainingPresetModel[];
}

export function toTrainingMethodModel(method: TrainingMethod, language: Language): TrainingMethodModel {
  const { key, base, executors, devices, variants, isLong } = method;
  return {
    key,
    base,
    isLong,
    title: method.title[language],
    help: method.help[language],
    executors: [...executors],
    devices: [...devices],
    variants: [...variants],
    fields: method.fields.map((field) => toFieldModel(field, language)),
    defaults: hyperDefaults(method.fields),
    presets: method.presets.map((preset) => ({ key: preset.key, title: preset.title[language], help: preset.help[language], hyperParameters: preset.hyper, device: preset.device })),
  };
}

function toFieldModel(field: HyperField, language: Language): TrainingFieldModel {
  const hasRange = field.type === 'integer' || field.type === 'number' || field.type === 'numbers';
  return {
    key: field.key,
    title: field.title[language],
    help: field.help[language],
    type: field.type,
    default: field.default,
    min: hasRange ? field.min : null,
    max: hasRange ? field.max : null,
    maxItems: field.type === 'numbers' ? field.maxItems : null,
    isLogarithmic: hasRange && field.isLogarithmic === true,
    isAdvanced: field.isAdvanced,
    choices: field.type === 'choice' ? field.choices.map(({ value, title }) => ({ value, title: title[language] })) : null,
  };
}
