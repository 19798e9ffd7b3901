import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

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

  @Field(() => Int, { description: 'Policies that one person is told of in seven days at most.' })
  pushWeeklyCap!: number;

  @Field(() => String, { description: 'HH:MM in China from which messages that leave the hall wait; they may be read in it at any time.' })
  quietFrom!: string;

  @Field(() => String, { description: 'HH:MM in China until which they wait.' })
  quietTo!: string;
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

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  pushWeeklyCap?: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  quietFrom?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  quietTo?: string;
}

export const defaultSettings: Settings = { hallName: '网上办事大厅', hallNameEn: 'Online service hall', isTwoPersonRelease: false, hallRequestsPerMinute: 60_000, citizenRequestsPerMinute: 120, pushWeeklyCap: 3, quietFrom: '21:00', quietTo: '08:00' };
