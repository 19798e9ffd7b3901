import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('ConfigKindInfo')
export class ConfigKindModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => JsonScalar, { description: 'JSON Schema 2020-12 of the content.' })
  schema!: unknown;

  @Field(() => Int)
  schemaVersion!: number;
}

@ObjectType('ConfigChange')
export class ChangeModel {
  @Field(() => String, { description: 'JSON Pointer of the place.' })
  path!: string;

  @Field(() => String, { nullable: true, description: 'Id of the BPMN element.' })
  element?: string;

  @Field(() => String, { description: 'added, removed or changed' })
  type!: string;

  @Field(() => String)
  label!: string;

  @Field(() => JsonScalar, { nullable: true })
  before?: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after?: unknown;
}

@ObjectType('UsedBy')
export class UseModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  path!: string;

  @Field(() => String)
  role!: string;
}

@ObjectType('ConfigDraft')
export class ConfigDraftModel {
  @Field(() => Int)
  rev!: number;

  @Field(() => String)
  sha256!: string;

  @Field(() => JsonScalar)
  body!: unknown;

  @Field(() => Int, { nullable: true })
  baseVersion!: number | null;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Boolean, { description: 'Whether it differs from the latest version.' })
  changed!: boolean;
}

@ObjectType('ConfigVersion')
export class ConfigVersionModel {
  @Field(() => Int)
  n!: number;

  @Field(() => String)
  sha256!: string;

  @Field(() => String)
  note!: string;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;
}
export const ConfigVersionList = ListOf(ConfigVersionModel, 'ConfigVersionList');

@ObjectType('ConfigItem')
export class ConfigItemModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID, { nullable: true })
  orgUnitId!: string | null;

  @Field(() => Date, { nullable: true })
  deletedAt!: Date | null;
}

@ObjectType('SearchHit')
export class SearchHitModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;
}
