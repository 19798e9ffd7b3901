import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';
import { CaseState, TaskState } from './case.types.js';

registerEnumType(CaseState, { name: 'CaseState' });
registerEnumType(TaskState, { name: 'TaskState' });

@ObjectType('Case')
export class CaseModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String, { description: 'Key of the service.' })
  service!: string;

  @Field(() => String)
  serviceTitle!: string;

  @Field(() => CaseState)
  state!: CaseState;

  @Field(() => String, { nullable: true, description: 'granted, refused, returned or withdrawn' })
  result!: string | null;

  @Field(() => String)
  applicantName!: string;

  @Field(() => Date)
  submittedAt!: Date;

  @Field(() => Date, { nullable: true })
  completedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When what it held of the applicant was erased.' })
  erasedAt!: Date | null;

  @Field(() => String, { description: 'Hash of the bundle that it is pinned to.' })
  bundle!: string;

  @Field(() => Int)
  rev!: number;
}
export const CaseList = ListOf(CaseModel, 'CaseList');

@ObjectType('CasePerson')
export class CasePersonModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('CaseTask')
export class CaseTaskModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Id of the user task in the workflow.' })
  element!: string;

  @Field(() => String)
  title!: string;

  @Field(() => TaskState)
  state!: TaskState;

  @Field(() => [String])
  candidateGroups!: string[];

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  claimedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  completedAt!: Date | null;

  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => Int)
  rev!: number;
}
export const TaskList = ListOf(CaseTaskModel, 'TaskList');

@ObjectType('TaskOutcome')
export class TaskOutcomeModel {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean)
  requireComment!: boolean;
}

@ObjectType('CaseActor')
export class CaseActorModel {
  @Field(() => String, { description: 'user, applicant or system' })
  kind!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('CaseEvent')
export class CaseEventModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  type!: string;

  @Field(() => CaseActorModel)
  actor!: CaseActorModel;

  @Field(() => String, { nullable: true })
  element!: string | null;

  @Field(() => String, { nullable: true })
  elementTitle!: string | null;

  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Field(() => String, { nullable: true })
  outcomeTitle!: string | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => JsonScalar, { description: 'fields: names of what was changed' })
  detail!: unknown;
}

@ObjectType('CaseIncident')
export class CaseIncidentModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  element!: string;

  @Field(() => String)
  elementTitle!: string;

  @Field(() => String, { description: 'OPEN or RESOLVED' })
  state!: string;

  @Field(() => String, { description: 'What is wrong and what to do.' })
  message!: string;

  @Field(() => Date)
  raisedAt!: Date;

  @Field(() => Date, { nullable: true })
  resolvedAt!: Date | null;
}

@ObjectType('CaseDiagram')
export class CaseDiagramModel {
  @Field(() => String)
  bpmn!: string;

  @Field(() => [String], { description: 'Elements where the case stands.' })
  active!: string[];

  @Field(() => [String], { description: 'Elements and flows that it has passed.' })
  done!: string[];
}

@ObjectType('Inbox')
export class InboxModel {
  @Field(() => Int, { description: 'Tasks that I hold or may claim.' })
  tasks!: number;

  @Field(() => Int)
  mine!: number;

  @Field(() => Int)
  open!: number;
}
