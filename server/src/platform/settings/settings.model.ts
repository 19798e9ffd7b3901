import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';

@ObjectType('Settings')
export class Settings {
  @Field(() => String)
  hallName!: string;

  @Field(() => String)
  hallNameEn!: string;

  @Field(() => Boolean, { description: 'Whether a release to the hall is published by another person than who asks for it.' })
  isTwoPersonRelease!: boolean;
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
}

export const defaultSettings: Settings = { hallName: '网上办事大厅', hallNameEn: 'Online service hall', isTwoPersonRelease: false };
