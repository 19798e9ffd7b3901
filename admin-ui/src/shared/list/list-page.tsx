import Box from '@mui/material/Box';
import type { FC, PropsWithChildren, ReactNode } from 'react';
import { ListBase, Pagination, useListContext, type SortPayload } from 'react-admin';
import { ErrorPanel } from '../error-panel.js';
import { Page, Sheet } from '../page.js';
import { PageHead } from '../page-head.js';
import type { ExportColumn } from './export-button.js';
import type { ListFilter } from './filter-field.js';
import { LabelledCheckboxes } from './labelled-checkboxes.js';
import { ListToolbar } from './list-toolbar.js';

interface ListPageProps {
  resource: string;
  title: string;
  subtitle?: ReactNode;
  sort: SortPayload;
  /** Buttons of the head, such as 新建. */
  actions?: ReactNode;
  filters?: ListFilter[];
  /** Whether the server's filter knows `q`. */
  searchLabel?: string;
  /** What the export holds. */
  exportColumns?: ExportColumn[];
  /** Shown in place of the table while there is nothing at all. */
  empty: ReactNode;
  /** Filter that always holds. */
  filter?: Record<string, unknown>;
  /** Filter of the first visit; whoever looks may take it away. */
  initialFilter?: object;
  perPage?: number;
  /** Stands between toolbar and table, and inside the list's context. */
  above?: ReactNode;
}

/** Every list: head, search, filters, columns, saved views, export, table (as child), paging, empty and error states. */
export const ListPage: FC<PropsWithChildren<ListPageProps>> = ({ resource, title, subtitle, sort, actions, empty, filter, initialFilter, perPage = 25, above, children, ...toolbar }) => (
  <ListBase resource={resource} sort={sort} perPage={perPage} {...(filter && { filter })} {...(initialFilter && { filterDefaultValues: initialFilter })} disableSyncWithLocation={false} queryOptions={{ meta: undefined }}>
    <Page width="full">
      <PageHead title={title} subtitle={subtitle} actions={actions} />
      <Sheet>
        <ListToolbar resource={resource} {...toolbar} />
        {above}
        <ListBody empty={empty} initialFilter={initialFilter ?? {}}>{children}</ListBody>
      </Sheet>
    </Page>
  </ListBase>
);

const ListBody: FC<PropsWithChildren<{ empty: ReactNode; initialFilter: object }>> = ({ empty, initialFilter, children }) => {
  const { error, total, isPending, filterValues, refetch } = useListContext();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const isFirst = [{}, initialFilter].some((first) => JSON.stringify(first) === JSON.stringify(filterValues ?? {}));
  if (!isPending && total === 0 && isFirst) return <>{empty}</>;
  return (
    <>
      <LabelledCheckboxes>{children}</LabelledCheckboxes>
      <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
        <Pagination rowsPerPageOptions={[25, 50, 100, 200]} />
      </Box>
    </>
  );
};
