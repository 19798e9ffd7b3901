import type { ResourceDocuments } from '../providers/data-provider.js';
import { gql } from '../providers/graphql.js';

export interface BaseModel {
  id: string;
  name: string;
  title: string;
  /** shipped (with the product), folder or hub */
  source: string;
  location: string;
  architecture: string;
  layers: number;
  hiddenSize: number;
  vocabularySize: number;
  maxLength: number;
  license: string | null;
  size: number;
  sha256: string;
  methods: string[];
  byName: string;
  createdAt: string;
}
export interface BaseModelDetail extends BaseModel {
  card: string | null;
  files: Record<string, { sha256: string; bytes: number }>;
}
export interface BaseModelSources {
  /** Folder whose sub-folders may be registered; null where none is configured. */
  folder: string | null;
  folders: string[];
  /** Address of the hub or mirror; null where none is configured. */
  hub: string | null;
}

const fields = 'id name title source location architecture layers hiddenSize vocabularySize maxLength license size sha256 methods byName createdAt';

export const baseModelsResource: ResourceDocuments = {
  list: gql`query BaseModels($skip: Int!, $take: Int!, $sort: SortInput, $filter: BaseModelFilter) { baseModels(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${fields} } totalItems } }`,
};
export const baseModelDocument = gql`query BaseModel($id: ID!) { baseModel(id: $id) { ${fields} card files } }`;
export const baseModelSourcesDocument = gql`query BaseModelSources { baseModelSources { folder folders hub } }`;
export const registerBaseModelDocument = gql`mutation RegisterBaseModel($input: RegisterBaseModelInput!) { registerBaseModel(input: $input) { id } }`;
export const deleteBaseModelDocument = gql`mutation DeleteBaseModel($id: ID!) { deleteBaseModel(id: $id) }`;
