import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsIn, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ListOf } from '../../platform/lists/list.js';
import { Role } from './roles.js';

@ObjectType('RoleGrant')
export class RoleGrantModel {
  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  scopeId!: string | null;
}

@ObjectType('User')
export class UserModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true })
  departmentId!: string | null;

  @Field(() => String)
  language!: string;

  @Field(() => Boolean)
  isDisabled!: boolean;

  @Field(() => Boolean)
  mustChangePassword!: boolean;

  @Field(() => Date, { nullable: true })
  lockedUntil!: Date | null;

  @Field(() => Date, { nullable: true })
  lastSignInAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;
}
export const UserList = ListOf(UserModel, 'UserList');

@ObjectType('Me')
export class MeModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  username!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String])
  roles!: string[];

  @Field(() => [String])
  permissions!: string[];

  @Field(() => ID, { nullable: true })
  departmentId!: string | null;

  @Field(() => String)
  language!: string;

  @Field(() => Boolean)
  mustChangePassword!: boolean;
}

@ObjectType('CreatedUser')
export class CreatedUserModel {
  @Field(() => UserModel)
  user!: UserModel;

  @Field(() => String, { description: 'Shown once; must be changed at the first sign-in.' })
  oneTimePassword!: string;
}

@InputType()
export class RoleGrantInput {
  @Field(() => Role)
  @IsEnum(Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  scopeId?: string | null;
}

@InputType()
export class CreateUserInput {
  @Field(() => String)
  username!: string;

  @Field(() => String)
  @Length(1, 60)
  name!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => [RoleGrantInput])
  @ValidateNested({ each: true })
  @Type(() => RoleGrantInput)
  roles!: RoleGrantInput[];
}

@InputType()
export class UpdateUserInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 60)
  name?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => [RoleGrantInput], { nullable: true })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => RoleGrantInput)
  roles?: RoleGrantInput[];

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  isDisabled?: boolean;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(['zh', 'en'])
  language?: string;
}
