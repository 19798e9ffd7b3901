import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('TrainingPoint')
export class TrainingPointModel {
  @Field(() => Int)
  step!: number;

  @Field(() => Int, { nullable: true, description: 'Steps of the phase in all, where known.' })
  steps!: number | null;

  @Field(() => String, { description: 'What was going on, such as prepare, intents, slots, train, distil, export, evaluate or done. Steps count within it.' })
  phase!: string;

  @Field(() => Int)
  epoch!: number;

  @Field(() => Float, { nullable: true })
  loss!: number | null;

  @Field(() => Float, { nullable: true })
  learningRate!: number | null;

  @Field(() => JsonScalar, { description: 'Figures by name, such as accuracy, macroF1, slotF1, loss on the validation part.' })
  metrics!: unknown;

  @Field(() => Int, { nullable: true })
  secondsLeft!: number | null;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('TrainingLogLine')
export class TrainingLogLineModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  line!: string;
}
export const TrainingLogList = ListOf(TrainingLogLineModel, 'TrainingLogList');

@ObjectType('TrainingWarning')
export class TrainingWarningModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('TrainingEarlyStop', { description: 'The job was ended because the others of its group were better.' })
export class TrainingEarlyStopModel {
  @Field(() => Int)
  epoch!: number;

  @Field(() => Float, { description: 'Its best macro-F1 up to then.' })
  best!: number;

  @Field(() => Float, { description: 'Median of what the others had reached by then.' })
  median!: number;
}

@ObjectType('TrainingSettings', { description: 'What `startTraining` takes to train again in the same way.' })
export class TrainingSettingsModel {
  @Field(() => ID)
  trainingSet!: string;

  @Field(() => ID, { description: 'The very texts; leave it out to train from what the training set holds now.' })
  snapshot!: string;

  @Field(() => String)
  method!: string;

  @Field(() => String, { nullable: true })
  preset!: string | null;

  @Field(() => ID, { nullable: true })
  baseModel!: string | null;

  @Field(() => JsonScalar)
  hyperParameters!: unknown;

  @Field(() => String)
  executor!: string;

  @Field(() => String)
  device!: string;

  @Field(() => [String])
  variants!: string[];

  @Field(() => Int)
  seed!: number;
}

@ObjectType('TrainingJob')
export class TrainingJobModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => String)
  method!: string;

  @Field(() => String, { nullable: true })
  preset!: string | null;

  @Field(() => String, { description: 'local or ray' })
  executor!: string;

  @Field(() => String, { description: 'auto, cpu or cuda' })
  device!: string;

  @Field(() => [String], { description: 'What was asked for besides the model: int8, distilled.' })
  variants!: string[];

  @Field(() => Int)
  seed!: number;

  @Field(() => [TrainingWarningModel])
  warnings!: TrainingWarningModel[];

  @Field(() => JsonScalar, { nullable: true, description: 'Where it ran: executor, device, threads, versions.' })
  environment!: unknown;

  @Field(() => Int, { nullable: true, description: 'Milliseconds that the training itself took.' })
  trainMs!: number | null;

  @Field(() => ID, { nullable: true, description: 'Common to the jobs that were ordered together.' })
  groupId!: string | null;

  @Field(() => TrainingEarlyStopModel, { nullable: true })
  earlyStop!: TrainingEarlyStopModel | null;

  @Field(() => String, { nullable: true, description: 'What the executor calls it, such as a submission of the cluster.' })
  externalId!: string | null;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  createdAt!: Date;
}
export const TrainingJobList = ListOf(TrainingJobModel, 'TrainingJobList');

@ObjectType('TrainingEstimate')
export class TrainingEstimateModel {
  @Field(() => Int)
  seconds!: number;

  @Field(() => Int)
  utterances!: number;

  @Field(() => Boolean, { description: 'Whether trainings here were timed before; else it is reckoned from other machines.' })
  isMeasured!: boolean;

  @Field(() => [TrainingWarningModel])
  warnings!: TrainingWarningModel[];
}

@ObjectType('TrainingDifference')
export class TrainingDifferenceModel {
  @Field(() => String, { description: 'Such as method, seed or hyperParameters.learningRate.' })
  setting!: string;

  @Field(() => JsonScalar, { description: 'One value a job, in their order.' })
  values!: unknown;
}

@ObjectType('TrainingComparison')
export class TrainingComparisonModel {
  @Field(() => [TrainingJobModel])
  jobs!: TrainingJobModel[];

  @Field(() => [TrainingDifferenceModel], { description: 'Settings in which the jobs differ.' })
  differences!: TrainingDifferenceModel[];

  @Field(() => Boolean, { description: 'All were measured on the same held-out texts.' })
  isSameTest!: boolean;
}
