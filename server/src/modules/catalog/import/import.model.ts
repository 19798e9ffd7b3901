import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { ListOf } from '../../../platform/lists/list.js';

export enum OnImportProblem {
  SKIP = 'SKIP',
  STOP = 'STOP',
}
registerEnumType(OnImportProblem, { name: 'OnImportProblem', description: 'SKIP: rows with errors are left out; STOP: any error and nothing is imported.' });

@ObjectType('UploadInspection')
export class UploadInspectionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, { description: 'csv, xlsx, json or jsonl' })
  format!: string;

  @Field(() => String, { nullable: true, description: 'utf-8, gb18030, utf-16le or utf-16be; null for XLSX.' })
  encoding!: string | null;

  @Field(() => [String])
  columns!: string[];

  @Field(() => [JsonScalar], { description: 'The first rows by column.' })
  sample!: Record<string, unknown>[];
}

@InputType()
export class PlanServiceImportInput {
  @Field(() => ID)
  @IsUUID()
  upload!: string;

  @Field(() => JsonScalar, { description: '{columns: {target: column}, defaults?: {type, department, audience}, departments?: "match" | "create"}' })
  mapping!: unknown;

  @Field(() => ID, { nullable: true, description: 'Org unit under which new departments are made.' })
  @IsOptional()
  @IsUUID()
  orgUnit?: string | null;
}

@InputType()
export class RunServiceImportInput extends PlanServiceImportInput {
  @Field(() => OnImportProblem, { defaultValue: OnImportProblem.SKIP })
  @IsEnum(OnImportProblem)
  onProblem!: OnImportProblem;
}

@ObjectType('ImportProblem')
export class ImportProblemModel {
  @Field(() => Int, { description: 'As a spreadsheet counts, the header being row 1; 0 for the file as a whole.' })
  row!: number;

  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'error: the row is not taken; warning: look at the value; info: what was assumed.' })
  severity!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  value!: string | null;
}
export const ImportProblemList = ListOf(ImportProblemModel, 'ImportProblemList');

@InputType()
export class ImportProblemFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(50)
  code?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(['error', 'warning', 'info'])
  severity?: string | null;
}
