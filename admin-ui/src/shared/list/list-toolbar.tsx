import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FC } from 'react';
import { ColumnsButton, useListContext, useTranslate } from 'react-admin';
import { ExportButton, type ExportColumn } from './export-button.js';
import { FilterField, type ListFilter } from './filter-field.js';
import { SavedViews } from './saved-views.js';
import { SearchBox } from './search-box.js';

interface ListToolbarProps {
  resource: string;
  filters?: ListFilter[];
  searchLabel?: string;
  exportColumns?: ExportColumn[];
}

/** More filters than these do not fit beside search and buttons at 1280 px and on a tablet, so they get a row of their own. */
const maxBeside = { wide: 4, narrow: 2 };

/** Search and filters on the left; views, columns and export on the right. */
export const ListToolbar: FC<ListToolbarProps> = ({ resource, filters = [], searchLabel, exportColumns }) => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const ownRow = (isOwn: boolean) => (isOwn ? { order: 1, width: '100%' } : { order: 0, width: 'auto' });
  const isFiltered = Object.keys(filterValues ?? {}).length > 0;
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 3, py: 2, borderBottom: 1, borderColor: 'divider' }}>
      {searchLabel && <SearchBox label={searchLabel} />}
      <Box
        sx={(theme) => ({
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          alignItems: 'center',
          ...ownRow(filters.length > maxBeside.wide),
          [theme.breakpoints.down('lg')]: ownRow(filters.length > maxBeside.narrow),
        })}
      >
        {filters.map((filter) => (
          <FilterField key={filter.source} filter={filter} />
        ))}
        {isFiltered && (
          <Button variant="text" onClick={() => setFilters({}, {})}>
            {t('shared.list.clear')}
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'flex', ml: 'auto' }}>
        <SavedViews resource={resource} />
        <ColumnsButton variant="text" color="inherit" />
        {exportColumns && <ExportButton resource={resource} columns={exportColumns} />}
      </Box>
    </Box>
  );
};
