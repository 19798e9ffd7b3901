/**
 * The content of everything that an administrator configures: one interface per kind.
 * A key names an item inside its kind for ever; titles may change. References between kinds are keys.
 */

import type { FormBody } from '@banshi/forms';
import type { ClauseValidity, EligibilityCondition, PolicyAudience, PolicyLevel, ProfileField } from '@banshi/policies';

export type { FormBody, FormFieldLayout, FormLayout, FormSection, JsonSchema } from '@banshi/forms';

export const kindNames = ['service', 'form', 'workflow', 'intent', 'slot', 'dictionary', 'policy', 'profile', 'faq', 'dialog-test', 'model'] as const;
export type KindName = (typeof kindNames)[number];

export const serviceTypes = [
  'permit', // 行政许可
  'confirmation', // 行政确认
  'payment', // 行政给付
  'reward', // 行政奖励
  'ruling', // 行政裁决
  'collection', // 行政征收
  'penalty', // 行政处罚
  'coercion', // 行政强制
  'inspection', // 行政检查
  'other-power', // 其他行政权力
  'public-service', // 公共服务
  'campus', // 校内事务
] as const;
export type ServiceType = (typeof serviceTypes)[number];

export const audiences = ['person', 'company', 'institution', 'organization', 'agency', 'student', 'staff'] as const;
export type Audience = (typeof audiences)[number];

/** A time limit. `null` where the guide states none. */
export interface TimeLimit {
  amount: number;
  unit: 'workday' | 'day' | 'month';
  note?: string;
}

export interface Material {
  name: string;
  copies: number;
  /** What is handed in: 原件, 复印件, 原件和复印件, 电子件. */
  form: 'original' | 'copy' | 'both' | 'electronic';
  necessity: 'required' | 'optional' | 'conditional';
  /** When a conditional material is needed, in words. */
  condition?: string;
  /** Where a blank form or a filled sample is found. */
  sample?: string;
}

export interface Fee {
  name: string;
  /** Integer 分 (CNY 0.01). */
  amount: number;
  basis: string;
}

export interface Guide {
  conditions: string;
  materials: Material[];
  steps: { title: string; detail: string }[];
  statutoryLimit: TimeLimit | null;
  promisedLimit: TimeLimit | null;
  fees: Fee[];
  /** `policy` is the key of the document, where the hall has it. */
  legalBasis: { title: string; clause?: string; text?: string; policy?: string }[];
  location: string;
  hours: string;
  consultPhone: string;
  complaintPhone: string;
  results: { name: string; sample?: string }[];
  faq: { question: string; answer: string }[];
}

export interface ServiceBody {
  title: string;
  /** 事项编码, as the authority numbers it. */
  code: string;
  type: ServiceType;
  /** Key of the department (org unit) that decides. */
  department: string;
  audience: Audience[];
  summary: string;
  themes: string[];
  guide: Guide;
  /** Key of the form that an applicant fills; `null` for a service that has a guide alone. */
  form: string | null;
  /** Key of the workflow that handles its cases. */
  workflow: string | null;
  /** Whether the hall accepts cases online. */
  online: boolean;
}

export interface WorkflowBody {
  title: string;
  description: string;
  /** BPMN 2.0 XML in Zeebe's dialect with the `banshi:` namespace. */
  bpmn: string;
}

export interface IntentBody {
  title: string;
  description: string;
  /** `service`: wants a service; `common`: chit-chat, questions about the hall; `out-of-scope`: examples of what the hall does not do. */
  role: 'service' | 'common' | 'out-of-scope';
  /** Key of the service that it wants. */
  service: string | null;
  /** Key of the parent in the intent tree. */
  parent: string | null;
  guideline: string;
}

export const slotTypes = [
  'resident-id',
  'credit-code',
  'mobile',
  'phone',
  'bank-card',
  'email',
  'plate',
  'date',
  'duration',
  'money',
  'number',
  'percent',
  'division',
  'address',
  'person',
  'organization',
  'text',
  'enum',
] as const;
export type SlotType = (typeof slotTypes)[number];

export interface SlotBody {
  title: string;
  description: string;
  type: SlotType;
  /** Key of the dictionary whose entries it takes, for `enum`. */
  dictionary: string | null;
  /** Personal data: masked outside the form. */
  sensitive: boolean;
  guideline: string;
}

export interface DictionaryEntry {
  code: string;
  title: string;
  titleEn?: string;
  parent?: string;
  disabled?: boolean;
}
export interface DictionaryBody {
  title: string;
  description: string;
  entries: DictionaryEntry[];
}

export const policyRelations = ['repeals', 'amends', 'replaced-by'] as const;
export type PolicyRelationType = (typeof policyRelations)[number];

export interface PolicyRelation {
  type: PolicyRelationType;
  title: string;
  /** Key of the other document; null for one that is not kept here. */
  policy: string | null;
  /** First day on which it counts; null for that on which this document takes effect. */
  date: string | null;
}

/** A statute, rule or notice. Its clauses are read out of `text` by `parsePolicy`. Dates are ISO days, periods [from, to). */
export interface PolicyBody {
  title: string;
  issuer: string;
  level: PolicyLevel;
  /** 发文字号, as printed. */
  number: string;
  /** Code of the division for which it holds, six digits; '' for everywhere. */
  region: string;
  issuedOn: string | null;
  effectiveFrom: string | null;
  /** First day on which it no longer holds. */
  effectiveTo: string | null;
  themes: string[];
  /** Keys of the services that it is about. */
  services: string[];
  relations: PolicyRelation[];
  /** Articles that hold for another time than the document. */
  clauseValidity: ClauseValidity[];
  /** Where it was taken from. */
  source: string;
  text: string;
  /** Who it is for, as conditions; all must hold. Left out where nobody has written them. */
  eligibility?: EligibilityCondition[];
  /** Interests that it touches beside its own themes and services. */
  audience?: PolicyAudience;
}

/** What can be known of applicants. The fields of all profiles of a bundle are one vocabulary, in which conditions are written. */
export interface ProfileBody {
  title: string;
  description: string;
  fields: ProfileField[];
}

/** A question that people ask, with its answer. */
export interface FaqBody {
  /** The question. */
  title: string;
  /** Other ways to ask it. */
  similar: string[];
  answer: string;
  /** Keys of the services that it is about; none for one about anything. */
  services: string[];
  themes: string[];
  /** ISO days, [from, to); null for always. */
  validFrom: string | null;
  validTo: string | null;
  /** Where the answer was taken from. */
  source: string;
}

/** Conversations that must go as written; see `parseDialogTests`. */
export interface DialogTestBody {
  title: string;
  description: string;
  /** YAML. */
  text: string;
}

/** The choice of a model version; its labels make contract rules decidable without the artifact. */
export interface ModelBody {
  title: string;
  /** Number of the version in the registry. */
  version: number;
  /** SHA-256 of `manifest.json`, which names every file of the artifact. */
  artifact: string;
  method: string;
  /** SHA-256 of the snapshot that it was trained from. */
  snapshot: string;
  intents: string[];
  slots: string[];
  metrics: {
    accuracy: number;
    macroF1: number;
    slotF1: number | null;
    perIntent: { intent: string; f1: number; support: number }[];
  };
}

export interface Bodies {
  service: ServiceBody;
  form: FormBody;
  workflow: WorkflowBody;
  intent: IntentBody;
  slot: SlotBody;
  dictionary: DictionaryBody;
  policy: PolicyBody;
  profile: ProfileBody;
  faq: FaqBody;
  'dialog-test': DialogTestBody;
  model: ModelBody;
}
export type BodyOf<K extends KindName> = Bodies[K];

/** Keys are stable, readable and safe in file names and URLs. */
export const keyPattern = /^[a-z][a-z0-9-]{0,62}[a-z0-9]$/;
