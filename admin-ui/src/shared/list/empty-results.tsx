import Button from '@mui/material/Button';
import { useListContext, useTranslate } from 'react-admin';
import { EmptyState } from '../empty-state.js';

/** What a table shows when the filters let nothing through; give it as `empty` of the table. */
export const EmptyResults = () => {
  const t = useTranslate();
  const { setFilters } = useListContext();
  return (
    <EmptyState
      dense
      title={t('shared.list.noResults')}
      hint={t('shared.list.noResultsHint')}
      action={
        <Button variant="outlined" onClick={() => setFilters({}, {})}>
          {t('shared.list.clear')}
        </Button>
      }
    />
  );
};
