import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../graphql/scalars.js';
import { ListOf } from '../lists/list.js';

@ObjectType('AuditEntry')
export class AuditEntryModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  actorKind!: string;

  @Field(() => String, { nullable: true })
  actorId!: string | null;

  @Field(() => String)
  actorName!: string;

  @Field(() => String)
  action!: string;

  @Field(() => String)
  targetKind!: string;

  @Field(() => String)
  targetKey!: string;

  @Field(() => String, { nullable: true, description: 'What the thing is called now; null where it has no name or is gone.' })
  targetTitle!: string | null;

  @Field(() => JsonScalar)
  detail!: Record<string, unknown>;

  @Field(() => String, { nullable: true })
  ip!: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of the batch that seals it; null while unsealed.' })
  batch!: string | null;
}

export const AuditEntryList = ListOf(AuditEntryModel, 'AuditEntryList');

@ObjectType('AuditAction')
export class AuditActionModel {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType('AuditStatus')
export class AuditStatusModel {
  @Field(() => Int)
  entries!: number;

  @Field(() => Int)
  sealed!: number;

  @Field(() => Int)
  unsealed!: number;

  @Field(() => Date, { nullable: true })
  lastSealedAt!: Date | null;
}

@ObjectType('AuditBreak')
export class AuditBreakModel {
  @Field(() => ID)
  batch!: string;

  @Field(() => String, { description: 'entries-missing, hash-differs or chain-broken' })
  reason!: string;
}

@ObjectType('AuditVerdict')
export class AuditVerdictModel {
  @Field(() => Boolean)
  isIntact!: boolean;

  @Field(() => Int)
  entries!: number;

  @Field(() => Int)
  batches!: number;

  @Field(() => AuditBreakModel, { nullable: true })
  firstBroken!: AuditBreakModel | null;
}
