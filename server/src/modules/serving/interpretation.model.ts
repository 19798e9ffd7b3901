import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType('RankedIntent')
export class RankedIntentModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Float, { description: 'Calibrated: of answers with 0.8, four in five are right.' })
  confidence!: number;
}

@ObjectType('SlotValue')
export class SlotValueModel {
  @Field(() => String)
  slot!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  start!: number;

  @Field(() => Int, { description: 'Code points, exclusive.' })
  end!: number;

  @Field(() => String)
  text!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As a form holds it; null where it cannot be read.' })
  value!: unknown;

  @Field(() => Boolean)
  valid!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it cannot be right.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The form field that it fills.' })
  field!: string | null;

  @Field(() => String, { description: 'model or rule' })
  source!: string;
}

@ObjectType('Interpretation')
export class InterpretationModel {
  @Field(() => [RankedIntentModel])
  intents!: RankedIntentModel[];

  @Field(() => Boolean)
  outOfScope!: boolean;

  @Field(() => [SlotValueModel])
  slots!: SlotValueModel[];

  @Field(() => String, { description: 'Hash of the artifact that answered.' })
  model!: string;

  @Field(() => Boolean)
  truncated!: boolean;
}
