import { gql } from '../graphql.js';

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

export interface Finding {
  rule: string;
  severity: Severity;
  kind: string;
  key: string;
  title: string;
  /** JSON Pointer of the place inside the body. */
  path: string;
  /** BPMN element, where the place is one. */
  element: string | null;
  message: string;
  mend: string;
}

export interface Change {
  path: string;
  type: string;
  label: string;
  before: unknown;
  after: unknown;
}

export interface UsedBy {
  kind: string;
  key: string;
  title: string;
  path: string;
  role: string;
}

export interface ConfigVersion {
  n: number;
  sha256: string;
  note: string;
  byName: string;
  at: string;
}

export interface ConfigItem<T = unknown> {
  id: string;
  kind: string;
  key: string;
  title: string;
  orgUnit: { id: string; title: string } | null;
  /** Whether this person may change it, or may only read it as another department's. */
  canEdit?: boolean;
  draft: { rev: number; sha256: string; body: T; baseVersion: number | null; byName: string; at: string; changed: boolean };
  latestVersion: ConfigVersion | null;
  published: { channel: string; bundle: string; sha256: string; same: boolean }[];
  usedBy: UsedBy[];
  uses: UsedBy[];
  findings: Finding[];
}

export const findingFields = 'rule severity kind key title path element message mend';
export const changeFields = 'path type label before after';
const usedByFields = 'kind key title path role';
const versionFields = 'n sha256 note byName at';

/** All that the frame of an editing page shows. */
const itemFields = `id kind key title canEdit orgUnit { id title }
  draft { rev sha256 body baseVersion byName at changed }
  latestVersion { ${versionFields} }
  published { channel bundle sha256 same }
  usedBy { ${usedByFields} } uses { ${usedByFields} }
  findings { ${findingFields} }`;

export const configItemDocument = gql`query ConfigItem($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { ${itemFields} } }`;
export const versionsDocument = gql`query ConfigVersions($kind: String!, $key: String!, $skip: Int, $take: Int) {
  configItem(kind: $kind, key: $key) { id versions(skip: $skip, take: $take) { items { ${versionFields} } totalItems } }
}`;
export const configDiffDocument = gql`query ConfigDiff($kind: String!, $before: String, $after: String) {
  configDiff(kind: $kind, before: $before, after: $after) { ${changeFields} }
}`;

const mutation = (name: string, input: string) => gql`mutation ${name}($input: ${input}!) {
  ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) { ${itemFields} }
}`;
export const createItemDocument = mutation('CreateItem', 'CreateItemInput');
export const saveDraftDocument = mutation('SaveDraft', 'SaveDraftInput');
export const saveVersionDocument = mutation('SaveVersion', 'SaveVersionInput');
export const restoreVersionDocument = mutation('RestoreVersion', 'RestoreVersionInput');
export const discardDraftDocument = mutation('DiscardDraft', 'DraftAddressInput');
export const duplicateItemDocument = mutation('DuplicateItem', 'DuplicateItemInput');
export const deleteItemDocument = gql`mutation DeleteItem($kind: String!, $key: String!) { deleteItem(kind: $kind, key: $key) }`;
export const undeleteItemDocument = gql`mutation UndeleteItem($kind: String!, $key: String!) { undeleteItem(kind: $kind, key: $key) { id key } }`;
