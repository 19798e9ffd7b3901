import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

@ObjectType('Settings')
export class Settings {
  @Field(() => String)
  hallName!: string;

  @Field(() => String)
  hallNameEn!: string;

  @Field(() => Boolean, { description: 'Whether a release to the hall is published by another person than who asks for it.' })
  isTwoPersonRelease!: boolean;

  @Field(() => Int, { description: 'POST requests a minute that one hall key may make.' })
  hallRequestsPerMinute!: number;

  @Field(() => Int, { description: 'POST requests a minute that a hall may make on behalf of one citizen.' })
  citizenRequestsPerMinute!: number;
}

@InputType()
export class UpdateSettingsInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  hallName?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  hallNameEn?: string;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  isTwoPersonRelease?: boolean;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  hallRequestsPerMinute?: number;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  citizenRequestsPerMinute?: number;
}

export const defaultSettings: Settings = { hallName: '网上办事大厅', hallNameEn: 'Online service hall', isTwoPersonRelease: false, hallRequestsPerMinute: 60_000, citizenRequestsPerMinute: 120 };
