import { gql } from '../providers/graphql.js';
import type { ResourceDocuments } from '../providers/data-provider.js';
import { useGraphql } from '../providers/use-graphql.js';

export interface OrgUnit {
  id: string;
  key: string;
  title: string;
  kind: string;
  parentId: string | null;
}

export interface Post {
  id: string;
  key: string;
  title: string;
  orgUnitId: string;
  members: { id: string; name: string }[];
}

export interface OrgNode extends OrgUnit {
  depth: number;
}

export const orgUnitsResource: ResourceDocuments = {
  list: gql`query OrgUnits($skip: Int!, $take: Int!, $sort: SortInput, $filter: OrgFilter) {
    orgUnits(skip: $skip, take: $take, sort: $sort, filter: $filter) { items { id key title kind parentId } totalItems }
  }`,
  one: gql`query OrgUnit($id: ID!) { orgUnit(id: $id) { id key title kind parentId } }`,
};
export const postsDocument = gql`query Posts($unit: ID!) {
  posts(skip: 0, take: 200, filter: { orgUnit: $unit }) { items { id key title orgUnitId members { id name } } totalItems }
}`;

export const createOrgUnitDocument = gql`mutation CreateOrgUnit($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }`;
export const updateOrgUnitDocument = gql`mutation UpdateOrgUnit($id: ID!, $input: UpdateOrgUnitInput!) { updateOrgUnit(id: $id, input: $input) { id } }`;
export const removeOrgUnitDocument = gql`mutation RemoveOrgUnit($id: ID!) { removeOrgUnit(id: $id) }`;
export const createPostDocument = gql`mutation CreatePost($input: CreatePostInput!) { createPost(input: $input) { id } }`;
export const updatePostDocument = gql`mutation UpdatePost($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }`;
export const removePostDocument = gql`mutation RemovePost($id: ID!) { removePost(id: $id) }`;

/** Parents before children, each with its depth. Units whose parent is not among them stand at the top. */
export function treeOf(units: OrgUnit[]): OrgNode[] {
  const known = new Set(units.map(({ id }) => id));
  const below = (parent: string | null, depth: number): OrgNode[] =>
    units
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** The whole organisation as a tree; a hall has tens of units, so one page of 200 holds them. */
export function useOrgTree() {
  const query = useGraphql<{ orgUnits: { items: OrgUnit[] } }>(orgUnitsResource.list, { skip: 0, take: 200, sort: { field: 'key', order: 'ASC' } });
  return { ...query, tree: treeOf(query.data?.orgUnits.items ?? []) };
}
