import type { WorkflowBody } from '@banshi/bundle';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { gql } from '../providers/graphql.js';
import { starterDiagram } from './starter-diagram.js';

export type { WorkflowBody };

export interface WorkflowRow {
  id: string;
  key: string;
  title: string;
  taskCount: number;
  updatedAt: string;
  updatedBy: { name: string } | null;
  published: boolean;
  changed: boolean;
  /** Titles or keys of the services that it handles. */
  services: string[];
}

export const workflowsResource: ResourceDocuments = {
  list: gql`query Workflows($skip: Int!, $take: Int!, $sort: SortInput, $filter: WorkflowFilter) {
    workflows(skip: $skip, take: $take, sort: $sort, filter: $filter) {
      items { id key title taskCount updatedAt updatedBy { name } published changed services } totalItems
    }
  }`,
};

export const newWorkflow = (title: string, key: string): WorkflowBody => ({ title, description: '', bpmn: starterDiagram(title, key) });
