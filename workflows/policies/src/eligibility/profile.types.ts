import type { FeelType } from '@banshi/expression';

export const profileFieldTypes = ['number', 'money', 'boolean', 'date', 'choice', 'division', 'text'] as const;
/** `money` is integer 分, `date` an ISO day, `choice` the code of a dictionary's entry, `division` a code of GB/T 2260. */
export type ProfileFieldType = (typeof profileFieldTypes)[number];

export const profileReadings = ['value', 'age', 'birth-date'] as const;
/** What is taken from a field of a case: its value, or what a resident ID number or day of birth tells. */
export type ProfileReading = (typeof profileReadings)[number];

/** A field of a service's form whose newest submitted value is known of its applicant. */
export interface ProfileSource {
  service: string;
  field: string;
  reading: ProfileReading;
}

/** One thing that can be known of an applicant, and that conditions may read by its name. */
export interface ProfileField {
  /** The variable of expressions; never changes. */
  name: string;
  title: string;
  type: ProfileFieldType;
  /** Unit of a number, as people write it: 岁, 个月. */
  unit: string;
  dictionary: string | null;
  /** How an applicant is asked for it. */
  question: string;
  /** Sensitive personal information (PIPL art. 28): never used without the consent of the person. */
  sensitive: boolean;
  sources: ProfileSource[];
}

/** A condition of a policy, as data. */
export interface EligibilityCondition {
  key: string;
  /** In the words of the policy: 年满六十周岁. */
  title: string;
  /** FEEL over profile fields and what is known of the applicant's cases; gives true or false. */
  condition: string;
  /** Asked where the answer is missing; the question of the field where it is left out. */
  missingQuestion?: string;
}

/** Whose interests a policy touches, beside its own themes and services. */
export interface PolicyAudience {
  themes: string[];
  services: string[];
}

const STRINGS: FeelType = { kind: 'list', of: { kind: 'string' } };

/** What is known of everybody: keys of the services of his cases, and of those whose case was granted. */
export const historyVariables: Readonly<Record<'usedServices' | 'grantedServices', FeelType>> = { usedServices: STRINGS, grantedServices: STRINGS };

const types: Record<ProfileFieldType, FeelType> = {
  number: { kind: 'number' },
  money: { kind: 'number' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  choice: { kind: 'string' },
  division: { kind: 'string' },
  text: { kind: 'string' },
};

/** The declared types of everything that a condition may read. */
export function conditionScope(fields: readonly Pick<ProfileField, 'name' | 'type'>[]): Record<string, FeelType> {
  return { ...Object.fromEntries(fields.map(({ name, type }) => [name, types[type]])), ...historyVariables };
}
