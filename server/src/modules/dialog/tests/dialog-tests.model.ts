import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ListOf } from '../../../platform/lists/list.js';

@ObjectType('DialogTest')
export class DialogTestModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => String)
  updatedByName!: string;

  @Field(() => Boolean, { description: 'Whether the hall shows a bundle that holds it.' })
  published!: boolean;
}
export const DialogTestList = ListOf(DialogTestModel, 'DialogTestList');

@ObjectType('DialogTestCheck')
export class DialogTestCheckModel {
  @Field(() => Int)
  line!: number;

  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => String)
  expected!: string;

  @Field(() => String, { description: 'Empty where it holds.' })
  actual!: string;
}

@ObjectType('DialogTestStep')
export class DialogTestStepModel {
  @Field(() => Int)
  line!: number;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  reply!: string;

  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => [DialogTestCheckModel])
  checks!: DialogTestCheckModel[];
}

@ObjectType('DialogTestCase')
export class DialogTestCaseModel {
  @Field(() => Int)
  line!: number;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => [DialogTestStepModel])
  steps!: DialogTestStepModel[];
}

@ObjectType('DialogTestProblem')
export class DialogTestProblemModel {
  @Field(() => Int)
  line!: number;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  what!: string;
}

@ObjectType('DialogTestResult')
export class DialogTestResultModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => [DialogTestCaseModel])
  cases!: DialogTestCaseModel[];

  @Field(() => DialogTestProblemModel, { nullable: true, description: 'Why it cannot run.' })
  problem!: DialogTestProblemModel | null;
}

@ObjectType('DialogTestRun')
export class DialogTestRunModel {
  @Field(() => [DialogTestResultModel])
  items!: DialogTestResultModel[];
}

@ObjectType('RecordedDialogTest')
export class RecordedDialogTestModel {
  @Field(() => String)
  yaml!: string;
}
