import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import { ApiError, graphql } from './graphql.js';

/**
 * What react-admin may do with a resource, as GraphQL documents. Each document has one root field.
 * `list` takes `$skip $take $sort $filter` and gives `{items, totalItems}`; `one` and `remove` take `$id`;
 * `create` takes `$input`; `update` takes `$id $input`.
 */
export interface ResourceDocuments {
  list: string;
  one?: string;
  create?: string;
  update?: string;
  remove?: string;
  /** Makes the input of `create` or `update` from the form's values; by default the values themselves. */
  toInput?: (values: Record<string, unknown>) => Record<string, unknown>;
}

interface Page {
  items: RaRecord[];
  totalItems: number;
}

/** The data provider over a table of documents: react-admin's verbs, our contract. */
export function createDataProvider(documents: Record<string, ResourceDocuments>, run: typeof graphql = graphql): DataProvider {
  const documentOf = (resource: string, verb: Exclude<keyof ResourceDocuments, 'toInput'>): string => {
    const document = documents[resource]?.[verb];
    if (!document) throw new ApiError('INTERNAL', `${resource}.${verb}`);
    return document;
  };
  const root = async <T>(document: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<T> =>
    Object.values(await run<Record<string, T>>(document, variables, signal))[0] as T;
  const page = (resource: string, variables: Record<string, unknown>, signal?: AbortSignal) => root<Page>(documentOf(resource, 'list'), variables, signal);
  const input = (resource: string, values: Record<string, unknown>) => documents[resource]?.toInput?.(values) ?? values;
  const remove = (resource: string, id: unknown) => root<unknown>(documentOf(resource, 'remove'), { id });
  const update = (resource: string, id: unknown, data: Record<string, unknown>) =>
    root<RaRecord>(documentOf(resource, 'update'), { id, input: input(resource, data) });

  return {
    supportAbortSignal: true,
    getList: async (resource: string, params: GetListParams & { signal?: AbortSignal }) => {
      const { items, totalItems } = await page(resource, listVariables(params), params.signal);
      return { data: items as never[], total: totalItems };
    },
    getOne: async (resource, { id, signal }) => {
      const record = await root<RaRecord | null>(documentOf(resource, 'one'), { id }, signal);
      if (!record) throw new ApiError('NOT_FOUND', String(id));
      return { data: record as never };
    },
    getMany: async (resource, { ids, signal }) => ({
      data: (await page(resource, { skip: 0, take: ids.length, filter: { ids } }, signal)).items as never[],
    }),
    getManyReference: async (resource, { target, id, signal, ...params }) => {
      const variables = listVariables({ ...params, filter: { ...params.filter, [target]: id } });
      const { items, totalItems } = await page(resource, variables, signal);
      return { data: items as never[], total: totalItems };
    },
    create: async (resource, { data }) => ({ data: await root(documentOf(resource, 'create'), { input: input(resource, data as Record<string, unknown>) }) }),
    update: async (resource, { id, data }) => ({ data: (await update(resource, id, data)) as never }),
    updateMany: async (resource, { ids, data }) => {
      for (const id of ids) await update(resource, id, data);
      return { data: ids };
    },
    delete: async (resource, { id, previousData }) => {
      await remove(resource, id);
      return { data: (previousData ?? { id }) as never };
    },
    deleteMany: async (resource, { ids }) => {
      for (const id of ids) await remove(resource, id);
      return { data: ids };
    },
  };
}

/** The contract's list arguments for react-admin's. */
export function listVariables({ pagination, sort, filter }: Pick<GetListParams, 'pagination' | 'sort' | 'filter'>): Record<string, unknown> {
  const { page = 1, perPage = 25 } = pagination ?? {};
  const given = Object.entries((filter ?? {}) as Record<string, unknown>).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return {
    skip: (page - 1) * perPage,
    take: perPage,
    ...(sort?.field && { sort: { field: sort.field, order: sort.order } }),
    ...(given.length > 0 && { filter: Object.fromEntries(given) }),
  };
}
