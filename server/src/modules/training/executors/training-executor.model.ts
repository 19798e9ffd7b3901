import { Field, Float, ObjectType } from '@nestjs/graphql';
import { OperationModel } from '../../../platform/jobs/operation.model.js';

@ObjectType('TrainingExecutor')
export class TrainingExecutorModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean)
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, or what is to be known before it is chosen.' })
  reason!: string | null;

  @Field(() => [String], { description: 'Devices that it is known to have.' })
  devices!: string[];
}

@ObjectType('TrainingEnvironment', { description: 'The Python environment of the `local` executor.' })
export class TrainingEnvironmentModel {
  @Field(() => String, { description: 'missing (made with the first training that needs it), preparing, ready or broken' })
  state!: string;

  @Field(() => Boolean, { description: 'An interpreter named by BANSHI_PYTHON, which is used as it is.' })
  isExternal!: boolean;

  @Field(() => String, { nullable: true, description: 'Version of Python.' })
  python!: string | null;

  @Field(() => String, { nullable: true, description: 'Version of PyTorch.' })
  torch!: string | null;

  @Field(() => String, { nullable: true, description: 'Version of CUDA; null without.' })
  cuda!: string | null;

  @Field(() => [String], { description: 'Names of the GPUs.' })
  devices!: string[];

  @Field(() => String, { nullable: true, description: 'What is wrong and what to do.' })
  problem!: string | null;

  @Field(() => Float, { description: 'Bytes free where the environment lies.' })
  freeBytes!: number;

  @Field(() => Float, { description: 'Bytes that making it needs.' })
  neededBytes!: number;

  @Field(() => OperationModel, { nullable: true, description: 'The operation that prepares it now, or the last that did.' })
  operation!: OperationModel | null;
}
