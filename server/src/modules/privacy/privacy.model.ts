import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';
import { PrivacyRequestKind, PrivacyRequestState } from './demands/privacy-request.entity.js';

registerEnumType(PrivacyRequestKind, { name: 'PrivacyRequestKind' });
registerEnumType(PrivacyRequestState, { name: 'PrivacyRequestState' });

@ObjectType('PersonalHolding')
export class PersonalHoldingModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  kindTitle!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why it cannot be erased yet, such as running.' })
  keptBecause!: string | null;

  @Field(() => Boolean)
  isErased!: boolean;
}

@ObjectType('DataSubject', { description: 'A person of whom something is held.' })
export class DataSubjectModel {
  @Field(() => ID, { description: 'Names the person without saying who he is.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Masked.' })
  name!: string | null;

  @Field(() => String, { description: 'Masked.' })
  applicantId!: string;

  @Field(() => Boolean)
  isPreview!: boolean;

  @Field(() => String, { description: 'What must be typed to erase: name, or applicantId where no name is known; said so that it is asked for in full.' })
  confirmBy!: 'name' | 'applicantId';

  @Field(() => [PersonalHoldingModel])
  holdings!: PersonalHoldingModel[];
}

@ObjectType('PrivacyRequest')
export class PrivacyRequestModel {
  @Field(() => ID)
  id!: string;

  @Field(() => PrivacyRequestKind)
  kind!: PrivacyRequestKind;

  @Field(() => PrivacyRequestState)
  state!: PrivacyRequestState;

  @Field(() => String, { description: 'The same for requests of one person.' })
  subjectDigest!: string;

  @Field(() => JsonScalar, { description: 'exported, erased, remaining: counts by kind; kept: counts by reason, by kind' })
  report!: unknown;

  @Field(() => Boolean, { description: 'Whether the archive can be downloaded.' })
  isDownloadable!: boolean;

  @Field(() => ID, { nullable: true })
  operationId!: string | null;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;
}
export const PrivacyRequestList = ListOf(PrivacyRequestModel, 'PrivacyRequestList');

@ObjectType('RetentionRule')
export class RetentionRuleModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Null for ever.' })
  days!: number | null;

  @Field(() => Int, { nullable: true })
  defaultDays!: number | null;
}

@ObjectType('DataKeyFacts')
export class DataKeyFactsModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'record or index' })
  purpose!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  retiredAt!: Date | null;

  @Field(() => Int, { description: 'Keys of records that it wraps.' })
  records!: number;

  @Field(() => Boolean, { description: 'Whether the present master key wraps it.' })
  isCurrent!: boolean;
}

@ObjectType('PrivacyKeys')
export class PrivacyKeysModel {
  @Field(() => String, { description: 'environment or file' })
  masterSource!: string;

  @Field(() => String, { nullable: true, description: 'Tells the key from others; null before the first use.' })
  masterFingerprint!: string | null;

  @Field(() => Int, { description: 'Earlier master keys that are still there.' })
  previousMasters!: number;

  @Field(() => [DataKeyFactsModel])
  dataKeys!: DataKeyFactsModel[];
}
