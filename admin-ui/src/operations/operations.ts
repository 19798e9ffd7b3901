import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { operationFields } from '../shared/operation.js';

export const operationsResource: ResourceDocuments = {
  list: gql`query Operations($skip: Int!, $take: Int!, $sort: SortInput, $filter: OperationFilter) {
    operations(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { ${operationFields} } totalItems }
  }`,
};
