import type { DialogTestBody } from '@banshi/bundle';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { gql } from '../providers/graphql.js';

export type { DialogTestBody };

export interface DialogTestRow {
  id: string;
  key: string;
  title: string;
  published: boolean;
  updatedAt: string;
  updatedByName: string;
}
export interface TestCheck {
  line: number;
  ok: boolean;
  expected: string;
  /** Empty where it holds. */
  actual: string;
}
export interface TestStepResult {
  line: number;
  ok: boolean;
  /** What the citizen does. */
  text: string;
  reply: string;
  checks: TestCheck[];
}
export interface TestResult {
  key: string;
  title: string;
  passed: boolean;
  /** Why it cannot run. */
  problem: { line: number; code: string; what: string } | null;
  cases: { line: number; name: string; passed: boolean; steps: TestStepResult[] }[];
}

export const dialogTestsResource: ResourceDocuments = {
  list: gql`query DialogTests($skip: Int!, $take: Int!, $sort: SortInput) {
    dialogTests(skip: $skip, take: $take, sort: $sort) { items { id: key key title published updatedAt updatedByName } totalItems }
  }`,
};
export const runDialogTestsDocument = gql`mutation RunDialogTests($keys: [String!]) {
  runDialogTests(keys: $keys) { items { key title passed problem { line code what } cases { line name passed steps { line ok text reply checks { line ok expected actual } } } } }
}`;
export const recordDialogTestDocument = gql`mutation RecordDialogTest($session: ID!) { recordDialogTest(session: $session) { yaml } }`;

/** A new test is one that can be read at once. */
export const emptyDialogTest = (title: string): DialogTestBody => ({
  title,
  description: '',
  text: `test_cases:\n  - name: ${title}\n    steps:\n      - user: 如何申请？\n        assertions:\n          - bot_uttered: [申请]\n`,
});

/** Cases that passed and all, of a run. */
export const countCases = (results: readonly TestResult[]): { passed: number; all: number } => {
  const cases = results.flatMap((result) => result.cases);
  return { passed: cases.filter(({ passed }) => passed).length, all: cases.length };
};
